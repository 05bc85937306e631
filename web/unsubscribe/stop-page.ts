import type { LinkedMails } from '../../app/mailing/stop-by-link.ts';
import type { Language } from '../../domain/plan/language.ts';
import { languageFor } from '../../wording/phrases/localiser.ts';
import { formatsOf } from '../../wording/text/formats.ts';
import { escapeMarkup } from '../../wording/text/markup.ts';

type Named = Pick<LinkedMails, 'vendor' | 'product' | 'licenceId'>;

const english = {
  title: (vendor: string) => `Emails from ${vendor}`,
  running: ({ vendor, product, licenceId }: Named) =>
    `${vendor} sends you reminders, offers and news about ${product}, licence ${licenceId}.`,
  stopped: ({ vendor, product, licenceId, on }: Named & { readonly on: string }) =>
    `You unsubscribed from reminders, offers and news about ${product}, licence ${licenceId}, on ${on}. ${vendor} no longer sends them to you.`,
  kept: 'You still receive invoices and notices about your contract.',
  stopLicence: 'Unsubscribe for this licence',
  stopCustomer: 'Unsubscribe for all my licences',
  stopCopies: 'I am the customer’s partner: send me no copies',
  resumeCopies: 'I am the customer’s partner: send me copies again',
  resumeLicence: 'Subscribe again for this licence',
  resumeCustomer: 'Subscribe again for all my licences',
  invalidTitle: 'Link not valid',
  invalid:
    'This link is not valid or has expired. Please use the link in a more recent email, or reply to that email.',
};

const words: Readonly<Record<Language, typeof english>> = {
  en: english,
  de: {
    title: (vendor) => `E-Mails von ${vendor}`,
    running: ({ vendor, product, licenceId }) =>
      `${vendor} sendet Ihnen Erinnerungen, Angebote und Neuigkeiten zu ${product}, Lizenz ${licenceId}.`,
    stopped: ({ vendor, product, licenceId, on }) =>
      `Sie haben Erinnerungen, Angebote und Neuigkeiten zu ${product}, Lizenz ${licenceId}, am ${on} abbestellt. ${vendor} sendet sie Ihnen nicht mehr.`,
    kept: 'Rechnungen und Mitteilungen zu Ihrem Vertrag erhalten Sie weiterhin.',
    stopLicence: 'Für diese Lizenz abbestellen',
    stopCustomer: 'Für alle meine Lizenzen abbestellen',
    stopCopies: 'Ich bin der Partner des Kunden: keine Kopien mehr an mich senden',
    resumeCopies: 'Ich bin der Partner des Kunden: wieder Kopien an mich senden',
    resumeLicence: 'Für diese Lizenz wieder bestellen',
    resumeCustomer: 'Für alle meine Lizenzen wieder bestellen',
    invalidTitle: 'Link ungültig',
    invalid:
      'Dieser Link ist ungültig oder abgelaufen. Bitte nutzen Sie den Link in einer neueren E-Mail oder antworten Sie auf diese.',
  },
};

/** The locale that a browser asks for first in its `Accept-Language`. */
export function localeFor(accepted: string): string {
  const [first = ''] = accepted.slice(0, 100).split(/[,;]/);
  return first.trim();
}

/** Says how it stands, with a button for what can be done; to open it changes nothing. */
export function renderStopPage({ stoppedOn, copies, ...named }: LinkedMails, locale: string): string {
  const language = languageFor(locale);
  const say = words[language];
  const verb = stoppedOn === undefined ? 'stop' : 'resume';
  const state =
    stoppedOn === undefined
      ? say.running(named)
      : say.stopped({ ...named, on: formatsOf(locale).date(stoppedOn) });
  const [licence, customer] =
    verb === 'stop' ? [say.stopLicence, say.stopCustomer] : [say.resumeLicence, say.resumeCustomer];
  const button = (choice: string, label: string) =>
    `<p><button type="submit" name="do" value="${choice}">${label}</button></p>`;
  const own = button(`${verb}-licence`, licence) + button(`${verb}-customer`, customer);
  const ofPartner = {
    sent: button('stop-copies', say.stopCopies),
    stopped: button('resume-copies', say.resumeCopies),
  };
  const form = `<form method="post">${own}${copies === undefined ? '' : ofPartner[copies]}</form>`;
  return page(language, say.title(named.vendor), `<p>${escapeMarkup(state)}</p><p>${say.kept}</p>${form}`);
}

export function renderInvalidLink(locale: string): string {
  const language = languageFor(locale);
  const { invalidTitle, invalid } = words[language];
  return page(language, invalidTitle, `<p>${invalid}</p>`);
}

function page(language: Language, title: string, body: string): string {
  const heading = escapeMarkup(title);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading}</title>
<style>${sheet}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${body}
</main>
</body>
</html>
`;
}

const sheet =
  ':root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;overflow-wrap:anywhere}h1{font-size:1.5rem}button{font:inherit;padding:.5rem 1rem}';
