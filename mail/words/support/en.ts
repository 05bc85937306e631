import type { SupportWords } from './words.ts';

export const englishSupport: SupportWords = {
  ticket: {
    subject: ({ product, licenceId, ticketId, on }) =>
      `${product}, licence ${licenceId}: support ticket ${ticketId} of ${on}`,
    intro: ({ product, licenceId, ticketId }) =>
      `We have opened support ticket ${ticketId} for ${product} under licence ${licenceId}.`,
    terms: {
      freeByCover: 'It is free of charge: it is part of your maintenance.',
      free: 'It is free of charge.',
      charged: (rate) => `It is not free of charge: we charge our ${rate} for it.`,
      emergency: (total) =>
        `It is emergency support, which is sold separately and answered around the clock. It costs ${total}, tax included:`,
    },
    price: 'What it costs',
    emergencySupport: 'Emergency support',
    notRefundable: 'Emergency support is not refundable.',
    fix: {
      hotfix: (version) =>
        `You use version ${version}, which is the latest: a fault in it is fixed by a hotfix.`,
      update: (version) =>
        `You use version ${version}, which is not the latest. There are hotfixes for the latest version only: a fault that is fixed there is fixed for you by the update.`,
    },
    remoteAccess:
      'Should a technician have to work on your system remotely, we will ask for your agreement first. It is for this ticket only, you can revoke it at any time by replying to this mail, and it ends when the ticket is closed.',
    labels: { ticket: 'Ticket', openedAt: 'Opened', firstResponseBy: 'Our first response by' },
  },
  supportDeclined: {
    subject: ({ product, licenceId }) =>
      `${product}, licence ${licenceId}: we could not open a support ticket`,
    intro: {
      standard: ({ product, licenceId, askedAt }) =>
        `You asked for support for ${product} under licence ${licenceId} on ${askedAt}. We could not open a ticket for it.`,
      emergency: ({ product, licenceId, askedAt }) =>
        `You asked for emergency support for ${product} under licence ${licenceId} on ${askedAt}. We could not open a ticket.`,
    },
    needsCover: 'Support is for licences whose maintenance is in force.',
    notGiven: 'Your maintenance does not include it.',
    instead: (benefit) => `This remains open to you: ${benefit}.`,
  },
  remoteAccess: {
    granted: {
      subject: ({ product, licenceId, ticketId }) =>
        `${product}, licence ${licenceId}: remote access agreed for ticket ${ticketId}`,
      text: ({ product, licenceId, ticketId, on }) =>
        `On ${on} you agreed that our technicians may work on your system remotely, for ticket ${ticketId} of ${product} under licence ${licenceId} and for nothing else.`,
      next: 'You can revoke it at any time: a reply to this mail is enough. It ends when the ticket is closed, and we tell you each time it is used.',
    },
    used: {
      subject: ({ product, licenceId, ticketId, on }) =>
        `${product}, licence ${licenceId}: remote access used on ${on} for ticket ${ticketId}`,
      text: ({ product, licenceId, ticketId, on }) =>
        `On ${on} one of our technicians used the remote access that you agreed to for ticket ${ticketId} of ${product} under licence ${licenceId}.`,
      next: 'If you did not expect that, or want to revoke the agreement, reply to this mail.',
    },
    revocation: {
      subject: ({ product, licenceId, ticketId }) =>
        `${product}, licence ${licenceId}: remote access revoked for ticket ${ticketId}`,
      text: ({ product, licenceId, ticketId, on }) =>
        `As you asked, remote access for ticket ${ticketId} of ${product} under licence ${licenceId} ended on ${on}.`,
      next: 'None of our technicians can work on your system remotely any longer, unless you agree to it again.',
    },
    closing: {
      subject: ({ product, licenceId, ticketId }) =>
        `${product}, licence ${licenceId}: remote access ended with ticket ${ticketId}`,
      text: ({ product, licenceId, ticketId, on }) =>
        `Ticket ${ticketId} of ${product} under licence ${licenceId} was closed on ${on}, and with it your agreement to remote access ended.`,
      next: 'None of our technicians can work on your system remotely any longer. Another ticket would need another agreement.',
    },
  },
};
