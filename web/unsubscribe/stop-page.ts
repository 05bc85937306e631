/** The state of a licence's mails, as the page of a mail's link shows it. */
export interface StopPage {
  readonly licenceId: string;
  readonly stoppedOn?: string | undefined;
}

const words = {
  en: {
    title: 'Your mails',
    running: (licenceId: string) => `Reminders, offers and news for licence ${licenceId} are sent.`,
    stopped: (licenceId: string, on: string) =>
      `Reminders, offers and news for licence ${licenceId} have been stopped since ${on}.`,
    kept: 'Invoices and contractual notices are sent in any case.',
    stopLicence: 'Stop for this licence',
    stopCustomer: 'Stop for all my licences',
    resumeLicence: 'Send again for this licence',
    resumeCustomer: 'Send again for all my licences',
    over: 'This link is not valid, or not any more. Please use the link in a newer mail, or write to us.',
  },
  de: {
    title: 'Ihre E-Mails',
    running: (licenceId: string) =>
      `Erinnerungen, Angebote und Neuigkeiten zur Lizenz ${licenceId} werden gesendet.`,
    stopped: (licenceId: string, on: string) =>
      `Erinnerungen, Angebote und Neuigkeiten zur Lizenz ${licenceId} sind seit dem ${on} abbestellt.`,
    kept: 'Rechnungen und vertragliche Mitteilungen werden in jedem Fall gesendet.',
    stopLicence: 'Für diese Lizenz abbestellen',
    stopCustomer: 'Für alle meine Lizenzen abbestellen',
    resumeLicence: 'Für diese Lizenz wieder senden',
    resumeCustomer: 'Für alle meine Lizenzen wieder senden',
    over: 'Dieser Link gilt nicht oder nicht mehr. Bitte benutzen Sie den Link in einer neueren E-Mail oder schreiben Sie uns.',
  },
} as const;

type Language = keyof typeof words;

/** The language that a browser asks for first, of those that there are. */
export function languageFor(accepted: string): Language {
  return /^\s*de\b/i.test(accepted) ? 'de' : 'en';
}

/** Says how it stands, with a button for what can be done; to open it changes nothing. */
export function renderStopPage({ licenceId, stoppedOn }: StopPage, language: Language): string {
  const say = words[language];
  const verb = stoppedOn === undefined ? 'stop' : 'resume';
  const state = stoppedOn === undefined ? say.running(licenceId) : say.stopped(licenceId, stoppedOn);
  const [licence, customer] =
    verb === 'stop' ? [say.stopLicence, say.stopCustomer] : [say.resumeLicence, say.resumeCustomer];
  const button = (scope: string, label: string) =>
    `<p><button name="do" value="${verb}-${scope}">${label}</button></p>`;
  const form = `<form method="post">${button('licence', licence)}${button('customer', customer)}</form>`;
  return page(language, `<p>${escape(state)}</p><p>${say.kept}</p>${form}`);
}

export function renderInvalidLink(language: Language): string {
  return page(language, `<p>${words[language].over}</p>`);
}

function page(language: Language, body: string): string {
  const { title } = words[language];
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem}</style><h1>${title}</h1>${body}</html>\n`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
