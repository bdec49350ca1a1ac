import { useState } from "react";
import type { Multiverse } from "../../../model/sensitivity";
import { specificationAt } from "../../../model/specifications";
import type { PlotInput } from "../../../plots/forestInput";
import type { Curve } from "../../../plots/specification/curve";
import { estimateText, rangeText } from "../../../words/effectText";
import { formatInteger, formatPercent } from "../../../words/number";
import {
  CHOICE_NAMES,
  conclusionLabel,
  effectsLabel,
  excludingText,
  METHOD_LABELS,
  TEST_LABELS,
} from "../../../words/sensitivity/multiverse";
import tables from "../../Table.module.css";
import styles from "./Multiverse.module.css";

interface Props {
  readonly curve: Curve;
  readonly multiverse: Multiverse;
  readonly input: PlotInput;
  /** Place of the analysis on the page; null where it is not on the curve. */
  readonly current: number | null;
  readonly onApply: (place: number) => void;
}

const PAGE = 25;
const CHOICES = ["effects", "method", "test", "leftOut"] as const;

/** Every analysis in the order of the curve, a page at a time. */
export function SpecificationTable({ curve, multiverse, input, current, onApply }: Props) {
  const [wanted, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(curve.length / PAGE));
  const page = Math.min(wanted, pages - 1);
  const { measure, effects } = multiverse;
  const { kinds } = multiverse.predictions;
  const labels = new Map(effects.map((choice) => [choice.key, effectsLabel(choice, effects)]));
  return (
    <details className={styles["table"]}>
      <summary>The same as a table</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus so that keys can scroll it */}
      <section className={tables["scroll"]} aria-label="All analyses" tabIndex={0}>
        <table className={tables["table"]}>
          <thead>
            <tr>
              {[
                "No.",
                ...CHOICES.map((choice) => CHOICE_NAMES[choice]),
                "k",
                measure.short,
                "CI",
                "I²",
                "CI says",
                "PI excludes no effect",
                "Apply",
              ].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...curve.subarray(page * PAGE, (page + 1) * PAGE)].map((at, i) => {
              const place = page * PAGE + i;
              const s = specificationAt(multiverse, at);
              return (
                <tr key={place} aria-current={place === current ? "true" : undefined}>
                  <th scope="row">{formatInteger(place + 1)}</th>
                  <td>{labels.get(s.effects)}</td>
                  <td>{METHOD_LABELS[s.method]}</td>
                  <td>{TEST_LABELS[s.test]}</td>
                  <td>{s.leftOut === null ? "none" : input.rows(s.leftOut).slab}</td>
                  <td>{s.k}</td>
                  <td>{estimateText(s.mu, measure)}</td>
                  <td>{rangeText(s.ciLb, s.ciUb, measure)}</td>
                  <td>{s.I2 === null ? "none" : formatPercent(s.I2)}</td>
                  <td>{conclusionLabel(s.conclusion, input.descriptor, input.outcome)}</td>
                  <td>{excludingText(s, kinds)}</td>
                  <td>
                    {place === current ? (
                      "on the page"
                    ) : (
                      <button type="button" className={styles["small"]} onClick={() => onApply(place)}>
                        Use<span className={styles["hidden"]}> analysis {place + 1}</span>
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <div className={styles["pages"]}>
        <button type="button" className={styles["small"]} disabled={page === 0} onClick={() => setPage(page - 1)}>
          Previous
        </button>
        <span role="status">
          Page {formatInteger(page + 1)} of {formatInteger(pages)}
        </span>
        <button
          type="button"
          className={styles["small"]}
          disabled={page === pages - 1}
          onClick={() => setPage(page + 1)}
        >
          Next
        </button>
      </div>
    </details>
  );
}
