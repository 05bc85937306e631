/** The pages on the way into the deployed console, and who is signed in. */
export const signInLook = `
.visitor { margin: 0; display: flex; align-items: center; gap: 8px; min-width: 0; }
.visitor-person { max-width: 22ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--muted); font-size: 12.5px; }
.visitor button { white-space: nowrap; min-height: 28px; padding: 2px 10px; font-size: 12.5px; }
body.alone { display: grid; grid-template: 1fr / 1fr; grid-template-areas: 'content'; place-items: center; padding: 24px; }
body.alone main { padding: 28px 32px; width: 100%; max-width: 460px; }
body.alone h1 { margin: 0 0 12px; }
body.alone .brand { display: block; margin: 0 0 20px; width: auto; }
@media (max-width: 800px) { .visitor { order: 2; margin-left: auto; } }
`;
