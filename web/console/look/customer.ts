/** The page of a customer. */
export const customer = `
.customer-panels { margin-top: 24px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); }
.customer-panels .facts > div { grid-template-columns: minmax(90px, 130px) minmax(0, 1fr); }
.nowrap { white-space: nowrap; }
.preview table + ul { margin: 14px 0 0; }
.buttons + .panel, .buttons + .lead { margin-top: 18px; }
input[type=checkbox] { justify-self: start; }
@media (min-width: 641px) { td a[href^="/licences/"], td a[href^="/documents/"] { white-space: nowrap; } }
@media (max-width: 640px) { .customer-panels .facts > div { grid-template-columns: minmax(0, 1fr); } }
.entries { list-style: none; margin: 0 0 14px; padding: 0; display: grid; gap: 10px; overflow-wrap: anywhere; }
.entries li { border-bottom: 1px solid var(--line); padding-bottom: 8px; white-space: pre-line; }
.panel .field { max-width: none; }
`;
