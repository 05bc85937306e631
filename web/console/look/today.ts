/** Cards of runs, and figures. */
export const today = `
.run-cards, .figures { list-style: none; margin: 0 0 8px; padding: 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 190px), 1fr)); }
.run-card, .figure { display: grid; gap: 4px; align-content: start; height: 100%; padding: 12px 14px; background: var(--surface); color: var(--text); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); }
a.run-card:hover, a.figure:hover { border-color: var(--line-strong); text-decoration: none; }
.run-card[aria-current] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.figure-label { color: var(--muted); font-size: 12.5px; font-weight: 550; }
.figure strong { font-size: 19px; font-weight: 620; letter-spacing: -.01em; }
.figure-note { color: var(--muted); font-size: 12.5px; }
.figure.nothing strong { color: var(--muted); }
.figure.attention { border-color: var(--attention); }
.figure.attention strong { color: var(--attention); }
`;
