/** The picture of a run. */
export const picture = `
.run { display: grid; gap: 24px 40px; grid-template-columns: minmax(0, 1fr); }
@media (min-width: 1060px) { .run { grid-template-columns: minmax(0, 430px) minmax(0, 1fr); align-items: start; } }
.workflow { display: block; max-width: 100%; height: auto; }
.workflow text { font-size: 13px; fill: var(--text); }
.workflow .name { font-weight: 550; }
.workflow .count { font-size: 15px; font-weight: 650; font-variant-numeric: tabular-nums; }
.workflow .note { font-size: 11.5px; fill: var(--muted); }
.workflow .note.failed { fill: var(--bad); font-weight: 600; }
.workflow .state rect { fill: var(--surface); stroke: var(--line-strong); stroke-width: 1.25; }
.workflow .state.reached rect { fill: var(--accent-soft); stroke: var(--accent); }
.workflow .state.succeed.reached rect { fill: var(--good-soft); stroke: var(--good); }
.workflow .state.trouble rect, .workflow .state.fail.reached rect { fill: var(--bad-soft); stroke: var(--bad); }
.workflow .state.unreached rect { stroke-dasharray: 4 4; }
.workflow .unreached .name, .workflow .unreached .count { fill: var(--muted); font-weight: 450; }
.workflow .frame > rect { fill: var(--surface); stroke: var(--line-strong); stroke-width: 1.25; }
.workflow .frame.reached > rect { stroke: var(--accent); }
.workflow .frame.trouble > rect { stroke: var(--bad); }
.workflow .way path { fill: none; stroke: var(--accent); }
.workflow .way.unreached path { stroke: var(--line-strong); stroke-dasharray: 4 4; }
.workflow .way.trouble path { stroke: var(--bad); }
.workflow .way text { font-size: 11.5px; font-weight: 600; fill: var(--accent-strong); font-variant-numeric: tabular-nums; }
.workflow .way.trouble text { fill: var(--bad); }
.workflow marker path { fill: var(--accent); }
.workflow marker.unreached path { fill: var(--line-strong); }
.workflow marker.trouble path { fill: var(--bad); }
.workflow rect.target { fill: transparent !important; stroke: none !important; }
.workflow a:hover .name { text-decoration: underline; }
.workflow a:focus-visible { outline: none; }
.workflow a:focus-visible rect.target { stroke: var(--accent) !important; stroke-width: 3px; stroke-dasharray: none; }
.run tbody th { white-space: nowrap; }
.plain { list-style: none; margin: 0; padding: 0; }
.statements { margin: 0; padding: 0; list-style: none; }
.statements li { padding: 5px 0; border-top: 1px solid var(--line); }
.statements li:first-child { border-top: 0; padding-top: 0; }
.chapters { grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); align-items: start; }
.panel h2 { margin-top: 0; }
.grid-runs td { padding-block: 6px; }
.grid-runs tbody th { white-space: nowrap; }
details.counts { margin-top: 18px; }
details.counts summary { cursor: pointer; color: var(--muted); margin-bottom: 8px; }
.json { max-height: 340px; }
.confirm-bar { display: flex; flex-wrap: wrap; gap: 8px; }
`;
