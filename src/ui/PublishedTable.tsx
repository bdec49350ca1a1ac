import { compare } from "../words/publishedMatch";
import type { PublishedResult } from "../worker/published";
import { Icon } from "./Icon";
import styles from "./Table.module.css";

/** Each figure that the source printed beside ours, with a tick where they agree to the printed digit. */
export function PublishedTable({ results }: { readonly results: readonly PublishedResult[] }) {
  return (
    // A region that may scroll sideways must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that keys can scroll it
    <section className={styles["scroll"]} aria-label="Published figures beside ours" tabIndex={0}>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">Result</th>
            <th scope="col">Published</th>
            <th scope="col">Ours</th>
            <th scope="col">Agrees</th>
          </tr>
        </thead>
        <tbody>
          {results.map(({ figure, measure, pooled }) => {
            const { ours, published, agrees } = compare(figure, pooled, measure.scale);
            const name = [figure.outcome, figure.timepoint, figure.comparator].filter(Boolean).join(", ");
            return (
              <tr key={`${name} ${figure.measure}`}>
                <th scope="row">
                  {name} ({measure.short})
                </th>
                <td>{published}</td>
                <td>{ours}</td>
                <td className={styles["verdict"]} data-agrees={agrees}>
                  <Icon name={agrees ? "done" : "close"} />
                  {agrees ? "Yes" : "No"}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
