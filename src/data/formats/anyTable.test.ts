import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgementsOnto } from "../judgementsOnto";
import { readOwn } from "../readDataset";
import { APPS, FOSMA, METAREVIEW } from "./apps/format";
import { COVIDENCE } from "./extraction/covidence";
import { SRDR } from "./extraction/srdr";
import { ownOf } from "./fixtures";
import type { Format, FormatReading, OpenedTable, ReadTidy } from "./format";
import { META } from "./meta/format";
import { METAFOR } from "./metafor/format";
import { METAINSIGHT_LONG } from "./metainsight/longFormat";
import { METAINSIGHT_WIDE } from "./metainsight/wideFormat";
import { METAPSY } from "./metapsy/format";
import { ROBVIS } from "./robvis/format";

/** Columns without which a format does not know a table, so that random ones are mostly recognised. */
const NEEDED: readonly (readonly [Format, readonly (readonly string[])[]])[] = [
  [METAFOR, ["study,yi,vi", "author,ai,bi,ci,di", "study,ri,ni", "study,x1i,t1i,x2i,t2i", "study,or,or.lb,or.ub"]],
  [META, ["studlab,event.e,n.e,event.c,n.c", "study,TE,seTE", "study,n1,mean1,sd1,n2,mean2,sd2", "study,event,n"]],
  [METAPSY, ["study,condition_arm1,condition_arm2,precalc_g,precalc_g_se,event_arm1,event_arm2"]],
  [METAINSIGHT_LONG, ["Study,T,N,R", "Study,T,N,Mean,SD,rob"]],
  [METAINSIGHT_WIDE, ["Study,T.1,N.1,R.1,T.2,N.2,R.2", "id,t1,n1,resp1,t2,n2,resp2,loss1,loss2"]],
  [ROBVIS, ["Study,D1,D2,D3,D4,D5,Overall", "Study,D1,D2,D3,D4,D5,D6,D7"]],
  [FOSMA, ["label,group,hr,ci_lo,ci_hi", "label,group,m1,sd1,n1,m2,sd2,n2"]],
  [METAREVIEW, ["Study,Year,Subgroup,Dose,Events_T,Total_T,Events_C,Total_C"]],
  [APPS, ["label,hr,ci_lo,ci_hi", "label,a,b,c,d", "label,x,n", "Study,effectSize,effectSizeSE"]],
  [COVIDENCE, ["Covidence #,Study ID,Reviewer Name", "Title,Authors,Journal,Covidence #"]],
  [SRDR, ["Extraction ID,Consolidated,Citation Name,Arm Name 1,Mean,Arm Name 2,Mean"]],
].map(([format, headers]) => [format as Format, (headers as string[]).map((header) => header.split(","))] as const);

const HOSTILE = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "<img src=x onerror=alert(1)>",
  "=1+1",
  "\u202e",
];
const FURTHER = [
  "year",
  "outcome",
  "yi",
  "n1i",
  "ci",
  "rob.x",
  "T.3",
  "",
  "D1b",
  "study",
  "Comparison Name 1",
  ...HOSTILE,
];

const cell = fc.oneof(
  fc.constant(""),
  fc.constantFrom(
    "0",
    "1",
    "2",
    "12",
    "0.5",
    "-1",
    "1e308",
    "1e-320",
    "9007199254740993",
    "Low",
    "Consensus",
    "Placebo",
  ),
  fc.constantFrom(...HOSTILE),
  fc.string({ maxLength: 6 }),
  fc.integer({ min: 0, max: 60 }).map(String),
);

function tables(headers: readonly (readonly string[])[]): fc.Arbitrary<OpenedTable> {
  const names = fc.tuple(fc.constantFrom(...headers), fc.array(fc.constantFrom(...FURTHER), { maxLength: 4 }));
  return names.chain(([needed, further]) => {
    const header = [...needed, ...further];
    const row = fc.array(cell, { minLength: header.length, maxLength: header.length });
    return fc.array(row, { minLength: 0, maxLength: 12 }).map((rows): OpenedTable => {
      const records = rows.map((cells, i) => ({ row: i + 2, cells }));
      return { kind: "table", name: "any.csv", header, records, delimiter: ";", errors: [], notes: [] };
    });
  });
}

function expectWhole(reading: FormatReading): void {
  if (reading.kind === "refused") expect(reading.errors[0]?.message).toBeTruthy();
  else if (reading.kind === "judgements") {
    expect(judgementsOnto(ownOf(ONE_STUDY), reading).own.table.rows).toHaveLength(1);
  } else {
    for (const { cells } of reading.table.records) expect(cells).toHaveLength(reading.table.header.length);
    if (reading.kind === "map") return;
    const { dataset, errors } = readOwn(ownOf(reading));
    expect(dataset !== null || errors.length > 0 || reading.table.records.length === 0).toBe(true);
  }
}

const ONE_STUDY: ReadTidy = {
  ...{ kind: "tidy", format: "", described: {}, exported: [], notes: [] },
  table: {
    ...{ header: ["study", "yi", "vi"], records: [{ row: 2, cells: ["1", "1", "1"] }], delimiter: "," },
    ...{ errors: [], notes: [] },
  },
};

describe.each(NEEDED)("any table under the headers of $name", (format, headers) => {
  it("ends in data or in words", () => {
    fc.assert(
      fc.property(tables(headers), (table) => {
        expect(format.recognises([table])).toBe(true);
        expectWhole(format.read([table]));
      }),
      { numRuns: 300 },
    );
  });
});

it("files without tables are nobody’s", () => {
  for (const [format] of NEEDED) {
    expect(format.recognises([])).toBe(false);
    expect(format.recognises([{ kind: "json", name: "a.json", value: null }])).toBe(false);
  }
});
