import type * as english from '../en/portal.ts';

export const signIn: typeof english.signIn = {
  subject: (vendor) => `Ihr Link zu ${vendor}`,
  intro:
    'hier ist der Link, um den Sie gebeten haben. Er führt Sie zu Ihren Lizenzen, Angeboten und Rechnungen.',
  again: 'hier ist ein neuer Link anstelle des abgelaufenen.',
  button: 'Meine Seite öffnen',
  of: (customer) => `Seite von ${customer} öffnen`,
  hint: 'Der Link ist nur für Sie bestimmt. Bitte leiten Sie diese E-Mail nicht weiter.',
  validity: (days) => `Er gilt ${days} Tage. Einen neuen können Sie jederzeit anfordern.`,
  unasked:
    'Wenn Sie keinen Link angefordert haben, brauchen Sie nichts zu tun: Außer Ihnen hat ihn niemand erhalten.',
};

export const pages: typeof english.pages = {
  licence: 'Lizenz ansehen',
  licences: 'Lizenzen ansehen',
  quote: 'Angebot ansehen',
  invoice: 'Rechnung ansehen',
  creditNote: 'Rechnungskorrektur ansehen',
  ticket: 'Ticket ansehen',
  support: 'Support ansehen',
  updates: 'Updates ansehen',
};
