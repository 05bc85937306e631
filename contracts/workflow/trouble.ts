/** That the mails of a run wait, and why, without a full stop: whoever quotes it ends the sentence. */
export function whyMailsWait(trouble: string): string {
  return `mails wait for the next run: ${trouble.replace(/\.$/, '')}`;
}

/** What to do about each kind of trouble of the account. */
export const accountRemedies = {
  quota: 'ask AWS for a higher quota of mails in 24 hours, or wait until it is free again',
  paused:
    "read AWS's Health Dashboard and the inbox of the account's e-mail address, do what AWS asks for, and have sending " +
    'resumed',
  sandbox: 'request production access in the SES console (Account dashboard)',
  identity:
    'a sender is not verified, or the account is in the sandbox of SES, which sends to verified addresses only: ' +
    '`npx perennial doctor` says which it is; publish the records of the sender, or request production access in the SES console',
} as const;

/** The kinds of trouble by the words of SES. In the sandbox, too, it mostly says that an address is not verified. */
const kinds: readonly (readonly [words: RegExp, kind: keyof typeof accountRemedies])[] = [
  [/daily message quota exceeded/i, 'quota'],
  [/(paused|suspended) for this account|AccountSendingPaused/i, 'paused'],
  [/sandbox/i, 'sandbox'],
  [/not ?verified/i, 'identity'],
];

/** What an operator can do so that mails go out again. @param trouble why the account cannot send mail */
export function remedyFor(trouble: string): string {
  const kind = kinds.find(([words]) => words.test(trouble))?.[1];
  const remedy = kind === undefined ? '' : `${accountRemedies[kind]}. `;
  return `${remedy}\`npx perennial doctor\` says more`;
}
