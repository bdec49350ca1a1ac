import { useState } from "react";
import type { Mapping } from "../../model/mapping";
import type { Pending } from "../../state/appState";
import type { MappableTable } from "../../worker/import/protocol";
import { useServices } from "../appContext";
import { Dialog } from "../dialogs/Dialog";
import { ColumnFields } from "./ColumnFields";
import { MappingChoices } from "./MappingChoices";
import { MappingFoot } from "./MappingFoot";
import { MappingPreview } from "./MappingPreview";
import styles from "./MappingStep.module.css";
import { TableChoice } from "./TableChoice";
import { usePreview } from "./usePreview";

interface Props {
  readonly pending: Extract<Pending, { readonly step: "map" }>;
}

/** What each column of a foreign table holds, beside what the table then becomes: nothing is opened before that is seen. */
export default function MappingStep({
  pending: { fileName, tables, table: first, mapping: guess, format, notes },
}: Props) {
  const { opening } = useServices();
  const [name, setName] = useState(first);
  // Of every table that was looked at, so that looking at another loses nothing.
  const [mappings, setMappings] = useState<ReadonlyMap<string, Mapping>>(() => new Map([[first, guess]]));
  const table = tables.find((one) => one.name === name) ?? tables[0]!;
  const mapping = mappings.get(table.name) ?? guess;
  const { mapped, isOf } = usePreview(table.name, mapping);

  const put = (of: MappableTable, next: Mapping) => setMappings((all) => new Map(all).set(of.name, next));

  async function choose(next: MappableTable): Promise<void> {
    const begun = mappings.get(next.name) ?? (await (await opening()).guess(next));
    if (!begun) return;
    put(next, begun);
    setName(next.name);
  }

  async function guessAnew(): Promise<void> {
    const anew = await (await opening()).guessAnew(table);
    if (anew) put(table, anew);
  }

  async function open(): Promise<void> {
    const { own, reading } = mapped ?? {};
    if (!own || !reading?.dataset) return;
    const o = await opening();
    void o.remember(table, mapping);
    await o.keep(own, reading.dataset, reading.notes);
  }

  async function leave(): Promise<void> {
    const o = await opening();
    void o.remember(table, mapping);
    o.discard();
  }

  return (
    <Dialog
      title={`What do the columns of “${fileName}” hold?`}
      placement="whole"
      onClose={() => void leave()}
      foot={<MappingFoot mapped={mapped} isStale={!isOf} onOpen={() => void open()} onLeave={() => void leave()} />}
    >
      <div className={styles["step"]}>
        <div className={styles["said"]}>
          <p>
            {format ? `Read as ${format}. ` : ""}Correct what is guessed wrong, and see what becomes of it. Nothing is
            opened before you say so, and what is on the page stays.
          </p>
          {notes.map(({ code, message, remedy }) => (
            <p key={`${code} ${message}`} className={styles["note"]}>
              <strong>{message}</strong> {remedy}
            </p>
          ))}
          {tables.length > 1 && <TableChoice tables={tables} chosen={table} onChoose={(next) => void choose(next)} />}
          <MappingChoices table={table} mapping={mapping} onChange={(next) => put(table, next)} />
          <div className={styles["head"]}>
            <h3>Columns</h3>
            <button type="button" onClick={() => void guessAnew()}>
              Guess anew
            </button>
          </div>
          <ColumnFields key={table.name} table={table} mapping={mapping} onChange={(next) => put(table, next)} />
        </div>
        {mapped && <MappingPreview mapped={mapped} isStale={!isOf} />}
      </div>
    </Dialog>
  );
}
