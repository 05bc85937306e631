/** Support, remote access and updates. */
export const support = {
  title: 'Support',
  free: (hours: string | undefined) =>
    hours === undefined
      ? 'Support is included in your maintenance.'
      : `Support is included in your maintenance. We answer within ${hours}.`,
  charged: (rate: string | undefined, perHour: string | undefined) =>
    `Support is charged${rate === undefined ? '' : ` at the ${rate}`}${perHour === undefined ? '' : `: ${perHour} an hour, plus tax if any`}.`,
  declined: (instead: string | undefined) =>
    `Support needs active maintenance.${instead === undefined ? '' : ` You can still use ${instead}.`}`,
  businessHours: (count: number) => (count === 1 ? '1 business hour' : `${count} business hours`),
  hours: (count: number) => (count === 1 ? '1 hour' : `${count} hours`),
  open: 'Open a ticket',
  emergency: 'Emergency support',
  emergencyLead: (net: string, hours: string) =>
    `We answer within ${hours}, at any time of day. An incident costs ${net}, plus tax if any.`,
  refundable: 'If we cannot help you, we refund the price.',
  openEmergency: 'Open an emergency ticket',
  tickets: 'Your tickets',
  none: 'You have no tickets.',
  ticket: (id: string) => `Ticket ${id}`,
  opened: (at: string) => `Opened on ${at}`,
  answerBy: (at: string) => `We answer by ${at}.`,
  isOpen: 'Open',
  isClosed: (on: string) => `Closed on ${on}`,
  terms: { free: 'Included', charged: 'Charged', emergency: 'Emergency' },
  access: { none: 'No remote access', granted: 'Remote access granted', revoked: 'Remote access revoked' },
  grant: 'Grant remote access',
  revoke: 'Revoke remote access',
  close: 'Close the ticket',
  opening: {
    title: 'Open a ticket?',
    lead: 'We open a ticket and email you its number. Reply to that email to describe your question.',
    free: 'It is included in your maintenance.',
    declined:
      'Your licence has no active maintenance. We will email you what you can use instead, and a quote where one is possible.',
    installed: 'Version that you use (optional)',
    installedHint: 'Such as 18.1. You find it in the software.',
    badVersion: (value: string) =>
      `“${value}” is not a version. Enter it as the software shows it, such as 18.1.`,
    open: 'Open the ticket',
  },
  openingEmergency: {
    title: 'Open an emergency ticket?',
    open: (net: string) => `Open for ${net}`,
    invoice: 'We email you the invoice. It is payable at once.',
  },
  granting: {
    title: 'Grant remote access?',
    lead: (ticket: string) =>
      `You allow our support to access your system for ticket ${ticket}. We inform you of every access.`,
    end: 'Access ends when you revoke it or the ticket is closed.',
  },
  revoking: {
    title: 'Revoke remote access?',
    lead: (ticket: string) => `Our support may no longer access your system for ticket ${ticket}.`,
  },
  closing: {
    title: 'Close the ticket?',
    lead: (ticket: string) => `We stop working on ticket ${ticket}. Remote access for it ends.`,
  },
};

export const updates = {
  title: 'Updates',
  entitled: 'Your maintenance includes all updates that are published.',
  notEntitled: 'Updates need active maintenance. You can renew it to receive them.',
  none: 'No update has been published yet.',
  version: (version: string) => `Version ${version}`,
  published: (on: string) => `Published on ${on}`,
  password: 'Password',
  askForPassword: 'Request the password',
  asking: {
    title: (version: string) => `Request the password for version ${version}?`,
    given: 'We show you the password here and email it to you.',
    refused:
      'Your licence has no active maintenance, so we cannot give you this password. We will email you how to renew.',
    ask: 'Request the password',
  },
  announcements: 'Update news',
  onTheList: 'We email you when an update is published.',
  left: (on: string) => `You have received no update news since ${on}.`,
  leave: 'Stop update news',
  join: 'Get update news again',
};
