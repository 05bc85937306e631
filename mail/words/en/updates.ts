import type { Subject } from '../subject.ts';

/** An update of a licence's product: `product` is without its edition. */
type Update = Subject & { readonly version: string };

const otherNotices =
  'You will still receive notices about your contract, such as invoices and the end of your maintenance.';

export const updateAvailable = {
  subject: ({ product, version, licenceId }: Update) =>
    `${product} ${version} is available for licence ${licenceId}`,
  intro: ({ product, version, licenceId }: Update) =>
    `The update ${product} ${version} is available. Your licence ${licenceId} is entitled to it.`,
  isYours: (benefit: string) => `Included in your maintenance: ${benefit}.`,
  password: ({ version, licenceId }: Update) =>
    `The update has its own password. To get it, use the button below, or reply to this email with licence ${licenceId} and version ${version}.`,
};

export const updateMissed = {
  subject: ({ product, version, licenceId }: Update) =>
    `${product} ${version} is available, but not for licence ${licenceId}`,
  intro: ({ product, version, licenceId }: Update) =>
    `The update ${product} ${version} is available, but your licence ${licenceId} is not entitled to it.`,
  misses: (benefit: string) => `Not available without maintenance: ${benefit}.`,
};

export const updatePassword = {
  subject: ({ product, version, licenceId }: Update) =>
    `${product} ${version}: password for the update, licence ${licenceId}`,
  intro: ({ product, version, licenceId }: Update) =>
    `As you asked, here is the password for the update to ${product} ${version} for licence ${licenceId}.`,
  label: 'Password',
  onlyFor: ({ version, licenceId }: Update) =>
    `It is valid for version ${version} and licence ${licenceId} only. Please keep it confidential. You can ask us for it again while your maintenance is active.`,
};

export const updateRefused = {
  subject: ({ product, version, licenceId }: Update) =>
    `${product} ${version}: no password for the update, licence ${licenceId}`,
  intro: ({ product, version, licenceId }: Update) =>
    `You asked for the password for the update to ${product} ${version} for licence ${licenceId}. Unfortunately, we cannot give it to you.`,
};

/** Why a licence does not get an update. */
export const updatesDenied = {
  needsCover: 'Updates require active maintenance.',
  notGiven: 'Your maintenance does not include updates.',
};

export const updateNews = {
  leave: `You receive this email because you are on our list for update news. To leave the list, reply to this email and tell us. ${otherNotices}`,
};

export const announcements = {
  left: {
    subject: ({ product, licenceId }: Subject) => `${product}, licence ${licenceId}: no more update news`,
    text: ({ product, licenceId }: Subject) =>
      `As you asked, we will no longer send you update news for ${product} under licence ${licenceId}. ${otherNotices}`,
    next: 'To receive update news again, use the button below, or reply to this email.',
  },
  joined: {
    subject: ({ product, licenceId }: Subject) => `${product}, licence ${licenceId}: update news again`,
    text: ({ product, licenceId }: Subject) =>
      `As you asked, we will inform you of every update of ${product} under licence ${licenceId} again.`,
    next: 'To leave the list, use the button below, or reply to one of these emails.',
  },
};
