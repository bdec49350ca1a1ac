import type { TidyColumn } from "../../data/tidy";
import type { Finding, TableChange } from "../../model/finding";
import type { Slips } from "./slips";

interface Found extends Pick<Finding, "check" | "severity" | "message" | "why"> {
  readonly rows: readonly number[];
  readonly columns?: readonly TidyColumn[];
  readonly remedies?: Finding["remedies"];
}

/** A finding whose id depends on what its rows hold, so that it stays while they stay the same. */
export function found({ own, header }: Slips, { columns = [], remedies = [], ...rest }: Found): Finding {
  const cells = rest.rows.map((row) => own.table.rows[row]?.join("\u0000") ?? "").join("\u0001");
  return {
    ...rest,
    id: `${rest.check}-${fingerprint([cells, ...columns].join("\u0002"))}`,
    columns: columns.map(header),
    remedies,
  };
}

/** A cell of the table by its tidy column. */
export function setCell({ header }: Slips, row: number, column: TidyColumn, value: string | number): TableChange {
  return { kind: "cell", row, column: header(column), value: typeof value === "number" ? written(value) : value };
}

/** To ten digits: enough for every result, without the noise of the last binary ones. */
function written(value: number): string {
  return String(Number(value.toPrecision(10)));
}

/** FNV-1a, twice 32 bits. */
function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1234567;
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x01000193);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
