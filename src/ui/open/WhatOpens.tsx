const KINDS = [
  { kind: "Spreadsheets", what: "Excel (.xlsx), CSV, TSV or semicolons; decimal points or commas" },
  {
    kind: "Cochrane",
    what: "a review’s data package (.zip), its data rows or study results alone; RevMan 5 (.rm5, CSV)",
  },
  { kind: "R", what: "tables as metafor, meta and metapsy use them" },
  { kind: "Other tools", what: "MetaInsight, MetaReview, FOSMA, JASP; Covidence and SRDR+ extractions" },
  { kind: "Risk of bias", what: "a robvis table, laid over the studies that are open" },
  { kind: "Projects", what: "a .understory.json file that was saved here, with all its data" },
  { kind: "Figures", what: "an SVG, PNG or PDF from Understory opens the analysis that it shows" },
];

const COLUMNS = [
  { kind: "Means", what: "study, outcome, timepoint, comparator, m1i, sd1i, n1i, m2i, sd2i, n2i" },
  { kind: "Events", what: "study, outcome, timepoint, comparator, ai, n1i, ci, n2i" },
  { kind: "Given effects", what: "study, outcome, timepoint, comparator, yi and vi, sei, or ci.lb and ci.ub" },
];

/** What can be opened, in plain words, and how a table looks that needs no questions. */
export function WhatOpens() {
  return (
    <>
      <h3>What can be opened</h3>
      <table>
        <tbody>
          {KINDS.map(({ kind, what }) => (
            <tr key={kind}>
              <th scope="row">{kind}</th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>For any other table you say what each column holds, and see the result before it is opened.</p>
      <details>
        <summary>Column names that need no questions</summary>
        <p>One row per study, outcome, timepoint and comparator:</p>
        <table>
          <tbody>
            {COLUMNS.map(({ kind, what }) => (
              <tr key={kind}>
                <th scope="row">{kind}</th>
                <td>
                  <code>{what}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          Arm 1 is the intervention, arm 2 the comparator; ratios as given effects stand on the log scale. Every further
          column becomes a filter and something to compare by. A <code>datapackage.json</code> chosen together with the
          table names the outcomes, their direction and units.
        </p>
      </details>
    </>
  );
}
