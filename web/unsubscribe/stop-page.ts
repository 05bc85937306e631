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
  readers: 'These emails have several readers. Choose what applies to you. Nothing changes for the others.',
  asCustomer: (customer: string) => `You are ${customer}`,
  asPartner: (partner: string) => `You are ${partner} and get copies as a partner`,
  asManager: (vendor: string) => `You are the account manager at ${vendor} and get copies`,
  stopCopies: 'Send me no more copies',
  resumeCopies: 'Send me copies again',
  stopAddress: (address: string) => `Send nothing more to ${address}`,
  resumeAddress: (address: string) => `Send emails to ${address} again`,
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
    readers:
      'Diese E-Mails haben mehrere Empfänger. Wählen Sie, was auf Sie zutrifft. Für die anderen ändert sich nichts.',
    asCustomer: (customer) => `Sie sind ${customer}`,
    asPartner: (partner) => `Sie sind ${partner} und erhalten Kopien als Partner`,
    asManager: (vendor) => `Sie betreuen den Kunden bei ${vendor} und erhalten Kopien`,
    stopCopies: 'Keine Kopien mehr an mich senden',
    resumeCopies: 'Wieder Kopien an mich senden',
    stopAddress: (address) => `Nichts mehr an ${address} senden`,
    resumeAddress: (address) => `Wieder E-Mails an ${address} senden`,
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

/** Says how it stands, with a button for what can be done, for each reader; to open it changes nothing. */
export function renderStopPage(mails: LinkedMails, locale: string): string {
  const { stoppedOn, partner, manager, addresses, customer, vendor } = mails;
  const language = languageFor(locale);
  const say = words[language];
  const state =
    stoppedOn === undefined
      ? say.running(mails)
      : say.stopped({ ...mails, on: formatsOf(locale).date(stoppedOn) });
  const own =
    stoppedOn === undefined
      ? button('stop-licence', say.stopLicence) + button('stop-customer', say.stopCustomer)
      : button('resume-licence', say.resumeLicence) + button('resume-customer', say.resumeCustomer);
  const copies = {
    sent: (scope: string) => button(`stop-${scope}`, say.stopCopies),
    stopped: (scope: string) => button(`resume-${scope}`, say.resumeCopies),
  };
  const sections = [
    section(
      say.asCustomer(customer),
      ...addresses.map((each) => addressForm(each, say)),
      `<form method="post">${own}</form>`,
    ),
    ...(partner === undefined
      ? []
      : [
          section(
            say.asPartner(partner.name),
            `<form method="post">${copies[partner.copies]('copies')}</form>`,
          ),
        ]),
    ...(manager === undefined
      ? []
      : [section(say.asManager(vendor), `<form method="post">${copies[manager]('manager')}</form>`)]),
  ];
  const hasOneReader = sections.length === 1 && addresses.length === 0;
  const form = hasOneReader
    ? `<form method="post">${own}</form>`
    : `<p>${say.readers}</p>${sections.join('')}`;
  return page(language, say.title(vendor), `<p>${escapeMarkup(state)}</p><p>${say.kept}</p>${form}`);
}

function button(choice: string, label: string): string {
  return `<p><button type="submit" name="do" value="${choice}">${escapeMarkup(label)}</button></p>`;
}

function section(heading: string, ...forms: readonly string[]): string {
  return `<section><h2>${escapeMarkup(heading)}</h2>${forms.join('')}</section>`;
}

function addressForm({ address, mails }: LinkedMails['addresses'][number], say: typeof english): string {
  const choice =
    mails === 'sent'
      ? button('stop-address', say.stopAddress(address))
      : button('resume-address', say.resumeAddress(address));
  return `<form method="post"><input type="hidden" name="address" value="${escapeMarkup(address)}">${choice}</form>`;
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
  ':root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;overflow-wrap:anywhere}h1{font-size:1.5rem}h2{font-size:1.15rem}section{margin-top:2rem}button{font:inherit;padding:.5rem 1rem}';
