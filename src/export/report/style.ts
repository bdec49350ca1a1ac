/** The report's looks, on the screen and on paper of either size. */
export const REPORT_STYLE = `
:root { color-scheme: light; font: 16px/1.5 system-ui, "Segoe UI", Arial, sans-serif; color: #1b1b1b; background: #ffffff; }
body { max-width: 50rem; margin: 0 auto; padding: 24px 16px 48px; overflow-wrap: anywhere; }
h1 { margin: 0 0 4px; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 2rem 0 0.4rem; font-size: 1.15rem; line-height: 1.3; break-after: avoid; }
p { margin: 0.4rem 0; }
a { color: #0b5a8a; }
.question { margin-bottom: 0.8rem; color: #4a4a4a; }
.note { margin: 0 0 1rem; padding: 8px 12px; border-left: 4px solid #b35c00; background: #fff6ea; }
.answer { font-size: 1.2rem; font-weight: 600; line-height: 1.4; }
dl.numbers { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 0.8rem 0; }
dl.numbers div { display: flex; gap: 6px; }
dt { color: #4a4a4a; }
dl.numbers dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
dl.methods dt { margin-top: 0.6rem; font-weight: 600; color: inherit; }
dl.methods dd { margin: 0; }
figure { margin: 0; }
.small { color: #4a4a4a; font-size: 0.85rem; }
.wide { overflow-x: auto; }
.wide svg { display: block; width: 100%; min-width: 640px; height: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { padding: 4px 8px; border-bottom: 1px solid #dddddd; text-align: right; vertical-align: top; white-space: nowrap; }
th:first-child { text-align: left; font-weight: normal; white-space: normal; }
thead th, .group th, .pooled > * { font-weight: 600 !important; }
.group th { padding-top: 12px; }
.about td { color: #4a4a4a; font-size: 0.85rem; text-align: left; white-space: normal; }
ol, ul { padding-left: 1.4rem; }
pre { max-height: 24rem; margin: 0; padding: 12px; border: 1px solid #dddddd; overflow: auto; font: 0.78rem/1.45 ui-monospace, Consolas, monospace; }
@media (max-width: 480px) {
  table, .about td { font-size: 0.75rem; }
  th, td { padding: 4px 3px; white-space: normal; }
  td:nth-child(4) { min-width: 4.2rem; }
}
@page { margin: 15mm; }
@media print {
  :root { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  h2 { margin-top: 1.2rem; }
  .wide { overflow: visible; }
  .wide svg { min-width: 0; break-inside: avoid; }
  tr, li, dl div { break-inside: avoid; }
  table { font-size: 8.5pt; }
  pre { max-height: none; padding: 0; border: 0; white-space: pre-wrap; font-size: 7pt; }
}
`;
