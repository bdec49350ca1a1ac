import { useMemo, useRef, useState } from "react";
import type { Question } from "../../../model/selection";
import type { Multiverse as Found } from "../../../model/sensitivity";
import { specificationAt } from "../../../model/specifications";
import type { PlotInput } from "../../../plots/forestInput";
import { curveOf } from "../../../plots/specification/curve";
import { specificationLayout } from "../../../plots/specification/specification";
import {
  appliedText,
  multiverseText,
  specificationChoices,
  specificationResult,
} from "../../../words/sensitivity/multiverse";
import { unbroken } from "../../../words/unbroken";
import { useApp, useServices } from "../../appContext";
import hidden from "../../hidden.module.css";
import { EVERY_ANALYSIS } from "../../sensitivityFigures";
import { useExplored } from "../../useExplored";
import { useTheme } from "../../useTheme";
import { useWidth } from "../../useWidth";
import styles from "./Multiverse.module.css";
import { usePartInput } from "./partInput";
import { SaveButtons } from "./SaveButtons";
import { SpecificationChips } from "./SpecificationChips";
import { SpecificationFigure } from "./SpecificationFigure";
import { SpecificationTable } from "./SpecificationTable";
import { isOnPage, pageFor } from "./specificationOf";

/** Every analysis that suits the data, by its estimate, and what each of them chose; any of them can be applied. */
export default function Multiverse() {
  const input = usePartInput();
  const [ref, width] = useWidth<HTMLElement>();
  const asked = useMemo<{ readonly question: Question } | null>(
    () => input && { question: { selection: input.analysis.selection, model: input.analysis.model } },
    [input],
  );
  const multiverse = useExplored("multiverse", asked);
  // Drawn with the answer that it belongs to: a new answer alone draws nothing here.
  const latest = useRef(input);
  latest.current = input;
  const shown = useMemo(() => multiverse && latest.current && { multiverse, input: latest.current }, [multiverse]);
  return (
    <section className={styles["part"]} aria-label="Every analysis" ref={ref}>
      <h3>Every analysis</h3>
      {!shown ? (
        <p>Analysing …</p>
      ) : shown.multiverse.specifications.length === 0 ? (
        <p>Nothing is pooled here, so there is nothing to analyse in other ways.</p>
      ) : (
        width > 0 && <Curve {...shown} width={width} />
      )}
    </section>
  );
}

interface Props {
  readonly input: PlotInput;
  readonly multiverse: Found;
  readonly width: number;
}

function Curve({ input, multiverse, width }: Props) {
  const { actions, store } = useServices();
  const { figure: theme } = useTheme();
  const filter = useApp((s) => s.look.analyses);
  const [pointed, setPointed] = useState<number | null>(null);
  const [applied, setApplied] = useState("");
  const { analysis, descriptor, outcome } = input;
  const { level } = analysis.model;
  const curve = useMemo(() => curveOf(multiverse, filter), [multiverse, filter]);
  const found = useMemo(() => curve.findIndex(isOnPage(multiverse, analysis)), [curve, multiverse, analysis]);
  const current = found < 0 ? null : found;
  const layout = useMemo(
    () => specificationLayout(input, multiverse, curve, { width, theme, current }),
    [input, multiverse, curve, width, theme, current],
  );
  const active = Math.min(pointed ?? current ?? 0, curve.length - 1);
  const at = curve[active];
  const specification = at === undefined ? null : specificationAt(multiverse, at);
  const said = useMemo(
    () => unbroken(multiverseText(multiverse, descriptor, outcome, level)),
    [multiverse, descriptor, outcome, level],
  );
  const nameOf = (rowId: number) => input.rows(rowId).slab;
  const choices = specification ? specificationChoices(specification, multiverse, nameOf) : "";
  const result = specification ? specificationResult(specification, multiverse, level) : "";

  function apply(place: number): void {
    const wanted = curve[place];
    if (wanted === undefined || place === current) return;
    const chosen = specificationAt(multiverse, wanted);
    const { model, measure } = pageFor(chosen, multiverse, analysis);
    const { excluded } = store.getState().selection;
    actions.analyseBy(model, {
      ...(measure ? { measure } : {}),
      ...(chosen.leftOut === null ? {} : { excluded: [...excluded, input.rows(chosen.leftOut).studyId] }),
    });
    setPointed(null);
    setApplied(appliedText(specificationChoices(chosen, multiverse, nameOf)));
  }

  return (
    <>
      <p>{said}</p>
      <SpecificationChips
        multiverse={multiverse}
        filter={filter}
        onFilter={(analyses) => {
          actions.setLook({ analyses });
          setPointed(null);
        }}
        noun={descriptor.studyNoun}
      />
      <div className={styles["active"]}>
        {specification ? (
          <p>
            <strong>{result}</strong> {choices}
          </p>
        ) : (
          <p>No analysis makes all of these choices.</p>
        )}
        <button
          type="button"
          className={styles["apply"]}
          disabled={!specification || active === current}
          onClick={() => apply(active)}
        >
          {specification && active === current ? "This is on the page" : "Use this analysis"}
        </button>
      </div>
      <div className={hidden["hidden"]} aria-live="polite">
        {applied}
      </div>
      <SpecificationFigure
        layout={layout}
        active={Math.max(0, active)}
        hasCursor={pointed !== null}
        text={`${choices}: ${result}`}
        onActive={setPointed}
        onApply={apply}
      />
      <SaveButtons kind={EVERY_ANALYSIS} />
      <SpecificationTable curve={curve} multiverse={multiverse} input={input} current={current} onApply={apply} />
    </>
  );
}
