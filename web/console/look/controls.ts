/** Fields, buttons, notices and badges. */
export const controls = `
input, select, textarea, button { font: inherit; color: inherit; }
input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea {
  min-height: 34px; padding: 5px 10px; background: var(--surface); border: 1px solid var(--line-strong); border-radius: 6px; max-width: 100%;
}
textarea { width: 100%; min-height: 76px; }
input::placeholder { color: var(--muted); opacity: 1; }
label { font-weight: 550; font-size: 13px; }
.field { display: grid; gap: 4px; margin: 0 0 12px; max-width: 460px; }
.field .hint { color: var(--muted); font-size: 12.5px; font-weight: 400; }
button, .button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 34px; padding: 5px 14px; cursor: pointer;
  background: var(--surface); color: var(--text); border: 1px solid var(--line-strong); border-radius: 6px; font-weight: 550; text-decoration: none;
}
button:hover, .button:hover { border-color: var(--faint); text-decoration: none; }
button.primary, .button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.primary:hover, .button.primary:hover { background: var(--accent-strong); border-color: var(--accent-strong); }
button.danger { background: var(--bad-soft); border-color: var(--bad); color: var(--bad); }
button[disabled] { opacity: .55; cursor: default; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin: 14px 0 0; }
.confirm { max-width: 620px; }
.filters { display: flex; flex-wrap: wrap; align-items: end; gap: 10px 14px; margin: 0 0 16px; }
.filters .field { margin: 0; min-width: 0; max-width: 100%; grid-template-columns: minmax(0, 1fr); }
.tabs { display: flex; flex-wrap: wrap; gap: 4px; margin: 0 0 16px; padding: 0; list-style: none; border-bottom: 1px solid var(--line); }
.tabs a { display: block; padding: 7px 12px; color: var(--muted); font-weight: 550; }
.tabs a[aria-current] { color: var(--text); box-shadow: inset 0 -2px var(--accent); }
.notice { margin: 0 0 16px; padding: 10px 14px; border-radius: var(--radius); border: 1px solid var(--line); background: var(--surface); max-width: 90ch; overflow-wrap: anywhere; }
.notice > :last-child { margin-bottom: 0; }
.notice.info { background: var(--accent-soft); border-color: transparent; }
.notice.done { background: var(--good-soft); border-color: transparent; color: var(--good); }
.notice.warning { background: var(--attention-soft); border-color: transparent; color: var(--attention); }
.notice.error { background: var(--bad-soft); border-color: transparent; color: var(--bad); }
.notice a { color: inherit; }
.notice table { color: var(--text); margin: 10px 0 0; }
.badge { display: inline-block; padding: 1px 8px; border-radius: 999px; font-size: 12.5px; font-weight: 550; white-space: nowrap; background: var(--quiet-soft); color: var(--muted); }
.badge.good { background: var(--good-soft); color: var(--good); }
.badge.attention { background: var(--attention-soft); color: var(--attention); }
.badge.bad { background: var(--bad-soft); color: var(--bad); }
.badge.info { background: var(--accent-soft); color: var(--accent-strong); }
`;
