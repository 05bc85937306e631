import type * as english from '../en/updates.ts';

const otherNotices =
  'Mitteilungen zu Ihrem Vertrag, etwa Rechnungen und das Ende der Wartung, erhalten Sie weiterhin.';

export const updateAvailable: typeof english.updateAvailable = {
  subject: ({ product, version, licenceId }) =>
    `${product} ${version} ist für die Lizenz ${licenceId} verfügbar`,
  intro: ({ product, version, licenceId }) =>
    `das Update ${product} ${version} ist verfügbar. Mit der Lizenz ${licenceId} haben Sie Anspruch darauf.`,
  isYours: (benefit) => `In Ihrer Wartung enthalten: ${benefit}.`,
  password: ({ version, licenceId }) =>
    `Das Update hat ein eigenes Passwort. Um es zu erhalten, nutzen Sie bitte die Schaltfläche unten, oder antworten Sie auf diese E-Mail und nennen Sie die Lizenz ${licenceId} und die Version ${version}.`,
};

export const updateMissed: typeof english.updateMissed = {
  subject: ({ product, version, licenceId }) =>
    `${product} ${version} ist verfügbar, aber nicht für die Lizenz ${licenceId}`,
  intro: ({ product, version, licenceId }) =>
    `das Update ${product} ${version} ist verfügbar. Mit der Lizenz ${licenceId} haben Sie leider keinen Anspruch darauf.`,
  misses: (benefit) => `Ohne Wartung nicht verfügbar: ${benefit}.`,
};

export const updatePassword: typeof english.updatePassword = {
  subject: ({ product, version, licenceId }) =>
    `${product} ${version}: Passwort für das Update, Lizenz ${licenceId}`,
  intro: ({ product, version, licenceId }) =>
    `wie gewünscht erhalten Sie hier das Passwort für das Update auf ${product} ${version} für die Lizenz ${licenceId}.`,
  label: 'Passwort',
  onlyFor: ({ version, licenceId }) =>
    `Es gilt nur für die Version ${version} und die Lizenz ${licenceId}. Bitte behandeln Sie es vertraulich. Solange Ihre Wartung aktiv ist, können Sie es erneut anfordern.`,
};

export const updateRefused: typeof english.updateRefused = {
  subject: ({ product, version, licenceId }) =>
    `${product} ${version}: kein Passwort für das Update, Lizenz ${licenceId}`,
  intro: ({ product, version, licenceId }) =>
    `Sie haben das Passwort für das Update auf ${product} ${version} für die Lizenz ${licenceId} angefordert. Leider können wir es Ihnen nicht geben.`,
};

export const updatesDenied: typeof english.updatesDenied = {
  needsCover: 'Updates setzen eine aktive Wartung voraus.',
  notGiven: 'Ihre Wartung umfasst keine Updates.',
};

export const updateNews: typeof english.updateNews = {
  leave: `Sie erhalten diese E-Mail, weil Sie in unserem Verteiler für Update-Nachrichten stehen. Um sie abzubestellen, antworten Sie bitte auf diese E-Mail. ${otherNotices}`,
};

export const announcements: typeof english.announcements = {
  left: {
    subject: ({ product, licenceId }) => `${product}, Lizenz ${licenceId}: keine Update-Nachrichten mehr`,
    text: ({ product, licenceId }) =>
      `wie gewünscht senden wir Ihnen keine Nachrichten über Updates von ${product} unter der Lizenz ${licenceId} mehr. ${otherNotices}`,
    next: 'Möchten Sie wieder Nachrichten über Updates erhalten, nutzen Sie bitte die Schaltfläche unten, oder antworten Sie auf diese E-Mail.',
  },
  joined: {
    subject: ({ product, licenceId }) => `${product}, Lizenz ${licenceId}: wieder Update-Nachrichten`,
    text: ({ product, licenceId }) =>
      `wie gewünscht informieren wir Sie wieder über jedes Update von ${product} unter der Lizenz ${licenceId}.`,
    next: 'Um diese Nachrichten abzubestellen, nutzen Sie bitte die Schaltfläche unten, oder antworten Sie auf eine der E-Mails.',
  },
};
