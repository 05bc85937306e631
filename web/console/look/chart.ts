/** Charts. */
export const chart = `
.chart { margin: 0 0 20px; overflow-x: auto; }
.chart figcaption { color: var(--muted); font-size: 12.5px; margin-bottom: 10px; }
.chart svg { display: block; width: 100%; min-width: 620px; height: auto; }
.chart rect.anyway, .key.anyway { fill: var(--accent); background: var(--accent); }
.chart rect.if-paid, .key.if-paid { fill: var(--line-strong); background: var(--line-strong); }
.chart text { fill: var(--muted); font-size: 11.5px; }
.chart line { stroke: var(--line-strong); }
.key { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin: 0 2px 0 6px; }
`;
