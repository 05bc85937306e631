import type { UpdateWords } from './words.ts';

export const englishUpdates: UpdateWords = {
  updateAvailable: {
    subject: ({ product, version, licenceId }) =>
      `${product} ${version} is available for licence ${licenceId}`,
    intro: ({ product, version, licenceId }) =>
      `There is an update: ${product} ${version}. You are entitled to it under licence ${licenceId}, whose maintenance is in force.`,
    isYours: (benefit) => `What your maintenance gives you with it: ${benefit}.`,
    password: ({ version, licenceId }) =>
      `The update has a password of its own. To get it, reply to this mail with licence ${licenceId} and version ${version}.`,
  },
  updateMissed: {
    subject: ({ product, version, licenceId }) =>
      `${product} ${version} is available, but not for licence ${licenceId}`,
    intro: ({ product, version, licenceId }) =>
      `There is an update: ${product} ${version}. We cannot give it to you under licence ${licenceId}.`,
    misses: (benefit) => `What you miss without maintenance: ${benefit}.`,
  },
  updatePassword: {
    subject: ({ product, version, licenceId }) =>
      `${product} ${version}: the password for the update for licence ${licenceId}`,
    intro: ({ product, version, licenceId }) =>
      `As you asked, this is the password for the update to ${product} ${version} for licence ${licenceId}.`,
    label: 'Password',
    onlyFor: ({ version, licenceId }) =>
      `It is for version ${version} and licence ${licenceId} only. Please keep it to yourself; you can ask us for it again at any time while your maintenance is in force.`,
  },
  updateRefused: {
    subject: ({ product, version, licenceId }) =>
      `${product} ${version}: no password for the update for licence ${licenceId}`,
    intro: ({ product, version, licenceId }) =>
      `You asked for the password for the update to ${product} ${version} under licence ${licenceId}. We cannot give it to you.`,
  },
  updatesDenied: {
    needsCover: 'Updates are for licences whose maintenance is in force.',
    notGiven: 'Your maintenance does not include it.',
  },
  leaveList:
    'You get this mail because you are on our list for news of updates. To leave the list, reply to this mail and say so. Notices about your contract, such as the end of your maintenance and invoices, will still be sent to you.',
  announcements: {
    left: {
      subject: ({ product, licenceId }) => `${product}, licence ${licenceId}: no more news of updates`,
      text: ({ product, licenceId }) =>
        `As you asked, we will send you no more news of updates of ${product} under licence ${licenceId}. Notices about your contract, such as the end of your maintenance and invoices, will still be sent to you.`,
      next: 'To get news of updates again, reply to this mail and say so.',
    },
    joined: {
      subject: ({ product, licenceId }) => `${product}, licence ${licenceId}: news of updates again`,
      text: ({ product, licenceId }) =>
        `As you asked, we will tell you of each update of ${product} under licence ${licenceId} again.`,
      next: 'To leave the list, reply to any of these mails and say so.',
    },
  },
};
