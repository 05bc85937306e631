/** Tables, which become lists on a narrow window, and facts. */
export const tables = `
table { width: 100%; border-collapse: separate; border-spacing: 0; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); }
th, td { padding: 8px 14px; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tr:last-child > * { border-bottom: 0; }
thead th { padding-block: 7px; color: var(--muted); font-size: 12.5px; font-weight: 550; white-space: nowrap; }
tbody th { font-weight: 550; }
tbody tr:hover > * { background: color-mix(in srgb, var(--accent) 4%, transparent); }
.number { text-align: right; white-space: nowrap; }
.empty { padding: 22px 18px; color: var(--muted); background: var(--surface); border: 1px dashed var(--line-strong); border-radius: var(--radius); max-width: none; }
.pager { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; margin: 12px 0 0; color: var(--muted); max-width: none; }
.facts { display: grid; gap: 0; margin: 0; }
.facts > div { display: grid; grid-template-columns: minmax(120px, 170px) minmax(0, 1fr); gap: 14px; padding: 5px 0; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 640px) {
  table, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: 8px 14px; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  tbody th, td { padding: 2px 0; border: 0; text-align: left; }
  td { display: grid; grid-template-columns: 112px minmax(0, 1fr); gap: 12px; }
  td::before { content: attr(data-label); color: var(--muted); }
  .number { text-align: left; }
  .facts > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
`;
