import type { UpdateWords } from './words.ts';

export const germanUpdates: UpdateWords = {
  updateAvailable: {
    subject: ({ product, version, licenceId }) =>
      `${product} ${version} ist verfügbar für die Lizenz ${licenceId}`,
    intro: ({ product, version, licenceId }) =>
      `Es gibt ein Update: ${product} ${version}. Unter der Lizenz ${licenceId}, deren Wartung läuft, steht es Ihnen zu.`,
    isYours: (benefit) => `Das bekommen Sie damit durch Ihre Wartung: ${benefit}.`,
    password: ({ version, licenceId }) =>
      `Das Update hat ein eigenes Passwort. Um es zu erhalten, antworten Sie auf diese E-Mail und nennen Sie die Lizenz ${licenceId} und die Version ${version}.`,
  },
  updateMissed: {
    subject: ({ product, version, licenceId }) =>
      `${product} ${version} ist verfügbar, aber nicht für die Lizenz ${licenceId}`,
    intro: ({ product, version, licenceId }) =>
      `Es gibt ein Update: ${product} ${version}. Unter der Lizenz ${licenceId} können wir es Ihnen nicht geben.`,
    misses: (benefit) => `Das entgeht Ihnen ohne Wartung: ${benefit}.`,
  },
  updatePassword: {
    subject: ({ product, version, licenceId }) =>
      `${product} ${version}: Passwort des Updates für die Lizenz ${licenceId}`,
    intro: ({ product, version, licenceId }) =>
      `Wie gewünscht ist hier das Passwort des Updates auf ${product} ${version} für die Lizenz ${licenceId}.`,
    label: 'Passwort',
    onlyFor: ({ version, licenceId }) =>
      `Es gilt nur für die Version ${version} und die Lizenz ${licenceId}. Bitte geben Sie es nicht weiter; solange Ihre Wartung läuft, können Sie es jederzeit wieder bei uns erfragen.`,
  },
  updateRefused: {
    subject: ({ product, version, licenceId }) =>
      `${product} ${version}: kein Passwort des Updates für die Lizenz ${licenceId}`,
    intro: ({ product, version, licenceId }) =>
      `Sie haben um das Passwort des Updates auf ${product} ${version} unter der Lizenz ${licenceId} gebeten. Wir können es Ihnen nicht geben.`,
  },
  updatesDenied: {
    needsCover: 'Updates gibt es für Lizenzen mit laufender Wartung.',
    notGiven: 'Ihre Wartung umfasst es nicht.',
  },
  leaveList:
    'Sie erhalten diese E-Mail, weil Sie auf unserer Liste für Nachrichten über Updates stehen. Um die Liste zu verlassen, antworten Sie auf diese E-Mail und teilen Sie es uns mit. Mitteilungen zu Ihrem Vertrag, etwa zum Ende der Wartung und Rechnungen, erhalten Sie weiterhin.',
  announcements: {
    left: {
      subject: ({ product, licenceId }) =>
        `${product}, Lizenz ${licenceId}: keine Nachrichten über Updates mehr`,
      text: ({ product, licenceId }) =>
        `Wie gewünscht senden wir Ihnen keine Nachrichten über Updates von ${product} unter der Lizenz ${licenceId} mehr. Mitteilungen zu Ihrem Vertrag, etwa zum Ende der Wartung und Rechnungen, erhalten Sie weiterhin.`,
      next: 'Möchten Sie wieder Nachrichten über Updates, antworten Sie auf diese E-Mail und teilen Sie es uns mit.',
    },
    joined: {
      subject: ({ product, licenceId }) => `${product}, Lizenz ${licenceId}: wieder Nachrichten über Updates`,
      text: ({ product, licenceId }) =>
        `Wie gewünscht benachrichtigen wir Sie wieder über jedes Update von ${product} unter der Lizenz ${licenceId}.`,
      next: 'Um die Liste zu verlassen, antworten Sie auf eine dieser E-Mails und teilen Sie es uns mit.',
    },
  },
};
