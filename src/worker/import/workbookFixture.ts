import { strToU8, zipSync } from "fflate";

type Cell = string | number | null;

/** A small Excel workbook, as the least that the format asks for: sheets by name, with rows of cells. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      `<workbook><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}</Relationships>`,
    ),
  };
  for (const [i, name] of names.entries()) parts[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(sheetXml(sheets[name]!));
  return zipSync(parts);
}

function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const cells = (row: readonly Cell[], r: number) =>
    row.map((cell, c) => (cell === null ? "" : cellXml(cell, `${String.fromCharCode(65 + c)}${r}`))).join("");
  const body = rows.map((row, i) => `<row r="${i + 1}">${cells(row, i + 1)}</row>`).join("");
  return `<?xml version="1.0"?><worksheet><sheetData>${body}</sheetData></worksheet>`;
}

function cellXml(cell: string | number, address: string): string {
  if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
  const text = cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
