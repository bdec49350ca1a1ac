import type { Descriptor } from "../../model/descriptor";
import type { TimeCourse } from "../../model/timeCourse";
import { estimateText, rangeText } from "../../words/effectText";
import { formatInteger } from "../../words/number";
import { upperFirst } from "../../words/phrase";
import table from "../Table.module.css";
import styles from "./TimeCourseView.module.css";

interface Props {
  readonly course: TimeCourse;
  readonly descriptor: Descriptor;
}

/** The numbers of the time course, for readers of screens and for whoever wants them. */
export function TimeCourseTable({ course, descriptor }: Props) {
  const { measure, lines } = course;
  return (
    <details className={styles["numbers"]}>
      <summary>The same as a table</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that keys can scroll it */}
      <section className={table["scroll"]} tabIndex={0} aria-label="Results over time">
        <table className={table["table"]}>
          <thead>
            <tr>
              {["Comparator", "Timepoint", measure.short, "CI", "Prediction interval"].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">{upperFirst(descriptor.studyNoun.many)}</th>
              <th scope="col">{upperFirst(descriptor.peopleNoun.many)}</th>
            </tr>
          </thead>
          <tbody>
            {lines.flatMap(({ comparator, points }) =>
              points.flatMap(({ timepoint, pooled }) =>
                pooled
                  ? [
                      <tr key={`${comparator} ${timepoint}`}>
                        <th scope="row">{comparator}</th>
                        <td>{timepoint}</td>
                        <td>{estimateText(pooled.mu, measure)}</td>
                        <td>{rangeText(pooled.ciLb, pooled.ciUb, measure)}</td>
                        <td>
                          {pooled.predint ? rangeText(pooled.predint.piLb, pooled.predint.piUb, measure) : "none"}
                        </td>
                        <td>{formatInteger(pooled.k)}</td>
                        <td>{pooled.N === null ? "not known" : formatInteger(pooled.N)}</td>
                      </tr>,
                    ]
                  : [],
              ),
            )}
          </tbody>
        </table>
      </section>
    </details>
  );
}
