/** Colours, type and the frame of each page. */
export const frame = `
:root {
  color-scheme: light dark;
  --ground: #f7f8fa; --surface: #ffffff; --raised: #ffffff; --text: #1b2230; --muted: #586174; --faint: #8a93a3;
  --line: #e3e7ee; --line-strong: #c9d0db; --accent: #2757c7; --accent-strong: #1e46a6; --accent-soft: #e9effc;
  --on-accent: #ffffff;
  --good: #14663b; --good-soft: #e2f5ea; --attention: #82520a; --attention-soft: #fdf1d8; --bad: #b0231c; --bad-soft: #fde8e6;
  --quiet-soft: #eceff4; --shadow: 0 1px 2px rgb(27 34 48 / 6%), 0 1px 8px rgb(27 34 48 / 4%);
  --radius: 8px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1117; --surface: #151a22; --raised: #1b212b; --text: #e4e8ef; --muted: #9ca6b6; --faint: #78828f;
    --line: #252c38; --line-strong: #3a4453; --accent: #8fb1ff; --accent-strong: #aec6ff; --accent-soft: #1b2742;
    --on-accent: #0c1530;
    --good: #7ddba4; --good-soft: #12301f; --attention: #f2c46b; --attention-soft: #33270f; --bad: #ff9d94; --bad-soft: #3b1815;
    --quiet-soft: #232a35; --shadow: none;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; background: var(--ground); color: var(--text);
  font: 14px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
  font-variant-numeric: tabular-nums;
  display: grid; grid-template: auto 1fr / 208px minmax(0, 1fr); grid-template-areas: 'bar bar' 'places content';
}
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
p a, .notice a, .confirm li a { text-decoration: underline; text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
.skip { position: absolute; left: 8px; top: -60px; background: var(--raised); padding: 8px 12px; z-index: 3; }
.skip:focus { top: 8px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.bar {
  grid-area: bar; position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: 20px;
  padding: 10px 24px; background: var(--surface); border-bottom: 1px solid var(--line);
}
.brand { width: 164px; color: var(--text); font-weight: 650; font-size: 15px; letter-spacing: -.01em; }
.brand:hover { text-decoration: none; }
.search { flex: 1; max-width: 560px; }
.search input { width: 100%; background: var(--ground); }
.clock { margin: 0 0 0 auto; display: flex; align-items: baseline; gap: 10px; white-space: nowrap; }
.clock-place { color: var(--muted); font-size: 12.5px; }
.clock time { font-weight: 550; }
.places { grid-area: places; padding: 16px 12px; }
.places ul { position: sticky; top: 72px; margin: 0; padding: 0; list-style: none; display: grid; gap: 2px; }
.places a { display: block; padding: 6px 12px; border-radius: 6px; color: var(--muted); font-weight: 500; }
.places a:hover { background: var(--quiet-soft); color: var(--text); text-decoration: none; }
.places a[aria-current] { background: var(--accent-soft); color: var(--accent-strong); }
main { grid-area: content; padding: 22px 32px 64px 20px; max-width: 1320px; min-width: 0; }
.title { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; margin: 0 0 18px; }
.title-actions { display: flex; flex-wrap: wrap; gap: 8px; margin-left: auto; align-items: center; }
h1 { margin: 0; font-size: 22px; line-height: 1.3; font-weight: 650; letter-spacing: -.015em; overflow-wrap: anywhere; }
h2 { margin: 30px 0 10px; font-size: 15px; font-weight: 620; letter-spacing: -.005em; }
h3 { margin: 18px 0 6px; font-size: 14px; font-weight: 600; }
p { margin: 0 0 10px; max-width: 78ch; }
code, pre { font: 12.5px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
pre { overflow: auto; padding: 12px; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
.muted { color: var(--muted); }
.small { font-size: 12.5px; }
.lead { font-size: 16px; }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 16px 18px; box-shadow: var(--shadow); }
.panel > :first-child { margin-top: 0; }
.panel > :last-child { margin-bottom: 0; }
.panels { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); }
@media (max-width: 800px) {
  body { grid-template: auto auto 1fr / minmax(0, 1fr); grid-template-areas: 'bar' 'places' 'content'; }
  .bar { flex-wrap: wrap; gap: 8px 16px; padding: 10px 16px; }
  .brand { width: auto; }
  .search { order: 3; flex: 1 0 100%; max-width: none; }
  .places { padding: 0 8px; overflow-x: auto; border-bottom: 1px solid var(--line); background: var(--surface); }
  .places ul { position: static; display: flex; }
  .places a { padding: 10px 10px; border-radius: 0; white-space: nowrap; }
  .places a[aria-current] { background: none; box-shadow: inset 0 -2px var(--accent); }
  main { padding: 18px 16px 48px; }
}
@media print {
  .bar, .places, .title-actions, form { display: none; }
  body { display: block; background: none; }
}
`;
