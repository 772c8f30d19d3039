#pragma once
// How the report looks: readable on paper too.

namespace confronta::app {

inline constexpr char report_style[] = R"css(
:root { color-scheme: light; --ink: #1d2733; --soft: #5b6875; --line: #d5dbe1; --for: #1f6f8b; --against: #b4532a; --paper: #fff; --ground: #f3f5f7; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.45 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 24px; }
h1 { font-size: 26px; margin: 0 0 4px; }
h2 { font-size: 19px; margin: 0 0 10px; }
h3 { font-size: 16px; margin: 18px 0 6px; }
section, header { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 18px 20px; margin: 0 0 18px; }
.small, .state { color: var(--soft); font-size: 13px; margin: 2px 0; }
.state { font-weight: 600; }
.warning { border-left: 4px solid var(--against); padding: 6px 12px; background: #fbf3ee; margin: 8px 0; }
table { border-collapse: collapse; width: 100%; font-size: 13.5px; margin: 6px 0 10px; }
th, td { text-align: left; vertical-align: top; padding: 6px 8px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--soft); font-weight: 600; }
td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td p { margin: 0 0 3px; }
td ul { margin: 3px 0; padding-left: 18px; }
.ledger td:nth-child(4), .ledger td:nth-child(5) { min-width: 200px; font-size: 12.5px; }
.ledger td:nth-child(6) { min-width: 210px; }
.ledger th[scope=row] { min-width: 105px; }
tfoot th, tfoot td { font-weight: 700; border-bottom: 0; }
.bar { width: 100px; height: 14px; display: block; }
.bar line { stroke: var(--soft); stroke-width: 1; }
.bar .for { fill: var(--for); } .bar .against { fill: var(--against); } .bar .nothing { fill: var(--line); }
.graph { width: 100%; max-width: 860px; height: auto; }
.graph text { font-size: 12px; fill: var(--ink); }
.graph path { fill: none; stroke: var(--for); opacity: .75; }
.graph .duplicate { stroke: #7a5ea8; stroke-dasharray: 5 3; } .graph .same_body, .graph .part { stroke: #8a7a2f; stroke-dasharray: 2 3; }
.graph .report { fill: #7a5ea8; } .graph .remains { fill: #8a7a2f; }
.pedigrees { display: flex; flex-wrap: wrap; gap: 12px; } .pedigrees figure { margin: 0; max-width: 100%; } figcaption { font-size: 13px; color: var(--soft); }
.pedigree { max-width: 100%; height: auto; } .pedigree text { font-size: 12px; fill: var(--ink); } .pedigree .genotype { font-weight: 600; }
.pedigree .line { fill: none; stroke: var(--soft); } .pedigree rect, .pedigree circle, .pedigree path { stroke: var(--ink); }
.pedigree .typed { fill: var(--ink); } .pedigree .untyped { fill: var(--paper); } .pedigree .missing { fill: #e6ddf2; stroke-dasharray: 3 2; } .pedigree .remains { fill: #d9cf86; }
details > summary { cursor: pointer; padding: 6px 0; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 8px 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 700px) { main { padding: 8px; } table { display: block; overflow-x: auto; } dl { grid-template-columns: 1fr; } }
@media print { body { background: #fff; } section { break-inside: avoid-page; } }
)css";

}  // namespace confronta::app
