/** The page of a licence. */
export const licence = `
.licence { display: grid; gap: 0 28px; grid-template-columns: minmax(0, 1fr) minmax(280px, 340px); align-items: start; }
.licence-side { display: grid; gap: 16px; margin-top: 30px; min-width: 0; }
.licence-side h2 { margin-top: 0; }
.licence-side .facts > div { grid-template-columns: 92px minmax(0, 1fr); gap: 10px; }
.facts + p { margin-top: 10px; }
.licence-main > section:first-child h2 { margin-top: 22px; }
.licence-main table + table, .licence-main table + .facts, .licence-main .empty + .facts { margin-top: 12px; }
th .below { display: block; font-weight: 450; font-size: 13px; }
.cover { margin: 14px 0 4px; }
.cover svg { display: block; width: 100%; height: 30px; }
.cover .gap { fill: var(--quiet-soft); }
.cover rect.paid { fill: var(--accent); }
.cover rect.unpaid { fill: color-mix(in srgb, var(--attention) 70%, var(--surface)); }
.cover rect.now { fill: var(--text); }
.cover figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 16px; color: var(--muted); font-size: 12.5px; }
.cover .legend i { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin-left: 8px; vertical-align: -1px; background: var(--accent); }
.cover .legend i.unpaid { background: color-mix(in srgb, var(--attention) 70%, var(--surface)); }
.cover .legend i.none { background: var(--quiet-soft); box-shadow: inset 0 0 0 1px var(--line-strong); }
.cover .legend i.today { width: 3px; background: var(--text); }
.timeline, .timeline ul, .notes, .actions ul { list-style: none; margin: 0; padding: 0; }
.timeline { border-left: 2px solid var(--line); margin-left: 5px; }
.timeline > li { padding: 0 0 14px 20px; }
.timeline h3 { position: relative; margin: 0 0 6px; font-size: 13px; font-weight: 600; color: var(--muted); }
.timeline h3::before { content: ''; position: absolute; left: -26px; top: 5px; width: 10px; height: 10px; border-radius: 50%; background: var(--surface); border: 2px solid var(--line-strong); }
.timeline h3 .muted { font-weight: 400; }
.timeline.ahead { border-left-style: dashed; }
.event { background: var(--surface); border: 1px solid var(--line); border-left: 3px solid var(--line-strong); border-radius: var(--radius); padding: 10px 14px; margin: 0 0 8px; overflow-wrap: anywhere; }
.event.good { border-left-color: var(--good); }
.event.bad { border-left-color: var(--bad); }
.event.fresh { border-color: var(--accent); background: var(--accent-soft); }
.event p { margin: 0; }
.event .headline { font-weight: 550; }
.event .because, .event .unless { color: var(--muted); }
.event .unless strong { color: var(--text); font-weight: 550; }
.event .cause { color: var(--muted); font-size: 12.5px; }
.chip { display: flex; flex-wrap: wrap; gap: 2px 6px; align-items: baseline; margin-top: 5px; font-size: 13px; }
.notes li { padding: 8px 12px; margin: 0 0 8px; background: var(--accent-soft); border-radius: var(--radius); }
.notes a { text-decoration: underline; }
.actions h3 { margin: 12px 0 2px; font-size: 12.5px; color: var(--muted); font-weight: 550; }
.actions > h3:first-child { margin-top: 0; }
.actions li a { display: block; padding: 4px 8px; margin: 0 -8px; border-radius: 6px; }
.actions li a:hover { background: var(--accent-soft); text-decoration: none; }
.actions li a.final { color: var(--bad); }
.actions details, .again details { margin-top: 14px; }
.actions summary, .again summary, main summary { cursor: pointer; color: var(--muted); }
.actions dl { margin: 8px 0 0; font-size: 12.5px; }
.actions dt, .benefits dt { font-weight: 550; margin-top: 6px; }
.actions dd, .benefits dd { margin: 0; color: var(--muted); }
.benefits { margin: 0; font-size: 13px; }
.benefits dd strong { color: var(--text); font-weight: 550; }
.overdue { color: var(--bad); }
.day ul { margin: 0 0 10px; padding-left: 18px; }
.preview { max-width: 760px; margin-bottom: 14px; }
.preview ul { margin: 0 0 10px; padding-left: 18px; }
.preview li { margin-bottom: 6px; }
.mistake { color: var(--bad); font-size: 12.5px; font-weight: 550; }
.confirm [aria-invalid=true] { border-color: var(--bad); }
.confirm fieldset { border: 1px solid var(--line-strong); border-radius: 6px; padding: 8px 12px; max-height: 260px; overflow: auto; }
.confirm legend { font-weight: 550; font-size: 13px; }
.choice { display: flex; gap: 8px; align-items: baseline; padding: 3px 0; font-weight: 400; }
iframe.mail { width: 100%; height: 640px; border: 1px solid var(--line); border-radius: var(--radius); background: #fff; color-scheme: light; }
.password { font-size: 20px; }
@media (max-width: 1000px) {
  .licence { grid-template-columns: minmax(0, 1fr); }
}
`;
