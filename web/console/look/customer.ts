/** The page of a customer. */
export const customer = `
.customer-panels { margin-top: 24px; }
.entries { list-style: none; margin: 0 0 14px; padding: 0; display: grid; gap: 10px; overflow-wrap: anywhere; }
.entries li { border-bottom: 1px solid var(--line); padding-bottom: 8px; white-space: pre-line; }
.panel .field { max-width: none; }
`;
