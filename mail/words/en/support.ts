import type { Subject } from '../subject.ts';

type Ticket = Subject & { readonly ticketId: string; readonly on: string };

export const ticket = {
  subject: ({ product, licenceId, ticketId, on }: Ticket) =>
    `${product}, licence ${licenceId}: support ticket ${ticketId} of ${on}`,
  intro: ({ product, licenceId, ticketId }: Ticket) =>
    `We have opened support ticket ${ticketId} for ${product} under licence ${licenceId}.`,
  terms: {
    freeByCover: 'It is free of charge, as part of your maintenance.',
    free: 'It is free of charge.',
    charged: ({ rate, perHour }: { rate: string; perHour: string | undefined }) =>
      `It is chargeable. We will charge it at our ${rate}${perHour === undefined ? '' : ` of ${perHour} an hour, before tax`}.`,
    emergency: ({ total, tax }: { total: string; tax: string | undefined }) =>
      `This is emergency support, which is sold separately and answered around the clock. It costs ${total}${tax === undefined ? '' : `, including ${tax}`}:`,
  },
  price: 'Price',
  emergencySupport: 'Emergency support',
  notRefundable: 'Emergency support is not refundable.',
  fix: {
    hotfix: (version: string) =>
      `You use version ${version}, the latest one. If it has a fault, we fix it with a hotfix.`,
    update: (version: string) =>
      `You use version ${version}, which is not the latest. We provide hotfixes for the latest version only. If a fault is fixed there, please install the update.`,
  },
  remoteAccess:
    'If a technician needs remote access to your system, we will ask for your agreement first. It applies to this ticket only and ends when the ticket is closed. You can revoke it at any time by replying to this email.',
  labels: { ticket: 'Ticket', openedAt: 'Opened', firstResponseBy: 'First response by' },
};

export const supportDeclined = {
  subject: ({ product, licenceId }: Subject) =>
    `${product}, licence ${licenceId}: we could not open a support ticket`,
  intro: {
    standard: ({ product, licenceId, askedAt }: Subject & { askedAt: string }) =>
      `You asked for support for ${product} under licence ${licenceId} on ${askedAt}. Unfortunately, we could not open a ticket.`,
    emergency: ({ product, licenceId, askedAt }: Subject & { askedAt: string }) =>
      `You asked for emergency support for ${product} under licence ${licenceId} on ${askedAt}. Unfortunately, we could not open a ticket.`,
  },
  needsCover: 'Support requires active maintenance.',
  notGiven: 'Your maintenance does not include support.',
  instead: (benefit: string) =>
    `You can still use the ${benefit.charAt(0).toLowerCase()}${benefit.slice(1)}.`,
};

export const remoteAccess = {
  granted: {
    subject: ({ product, licenceId, ticketId }: Ticket) =>
      `${product}, licence ${licenceId}: remote access agreed for ticket ${ticketId}`,
    text: ({ product, licenceId, ticketId, on }: Ticket) =>
      `On ${on} you agreed that our technicians may access your system remotely, only for ticket ${ticketId} of ${product} under licence ${licenceId}.`,
    next: 'The agreement ends when the ticket is closed. You can revoke it at any time: use the button below, or reply to this email. We will inform you of every access.',
  },
  used: {
    subject: ({ product, licenceId, ticketId, on }: Ticket) =>
      `${product}, licence ${licenceId}: remote access used on ${on} for ticket ${ticketId}`,
    text: ({ product, licenceId, ticketId, on }: Ticket) =>
      `On ${on} one of our technicians accessed your system remotely for ticket ${ticketId} of ${product} under licence ${licenceId}, as you had agreed.`,
    next: 'If you did not expect this, or if you wish to revoke your agreement, please reply to this email.',
  },
  revocation: {
    subject: ({ product, licenceId, ticketId }: Ticket) =>
      `${product}, licence ${licenceId}: remote access revoked for ticket ${ticketId}`,
    text: ({ product, licenceId, ticketId, on }: Ticket) =>
      `As you asked, we ended remote access for ticket ${ticketId} of ${product} under licence ${licenceId} on ${on}.`,
    next: 'Our technicians can no longer access your system unless you agree again.',
  },
  closing: {
    subject: ({ product, licenceId, ticketId }: Ticket) =>
      `${product}, licence ${licenceId}: remote access ended with ticket ${ticketId}`,
    text: ({ product, licenceId, ticketId, on }: Ticket) =>
      `Ticket ${ticketId} of ${product} under licence ${licenceId} was closed on ${on}. Your agreement to remote access ended with it.`,
    next: 'Our technicians can no longer access your system. For another ticket we would ask you again.',
  },
};
