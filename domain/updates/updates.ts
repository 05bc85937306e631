import { type JournalDraft, record } from '../licence/journal-draft.ts';
import { benefitOn, coverOn } from '../cover/entitlements.ts';
import type { Plan } from '../plan/plan.ts';
import type { Updates } from './terms.ts';
import { type Answer, refuse } from '../licence/answer.ts';

export interface AnnounceUpdate {
  readonly activity: 'announce-update';
  readonly product: string;
  readonly version: string;
}

/** For an update of the licence's own product, which must have been published. */
export interface RequestPassword {
  readonly activity: 'request-password';
  readonly version: string;
}

/** Announces an update to a licence's customer, who may be entitled to it or not. A second time it does nothing. */
export function announceUpdate(plan: Plan, draft: JournalDraft, update: AnnounceUpdate): Answer {
  const { updates } = plan;
  const { facts, announcements } = draft.licence;
  const { product, version } = update;
  if (updates === null) return refuse(draft, noUpdates(plan), 'no-updates');
  if (product !== facts.product)
    return refuse(draft, `the licence is for ${facts.product}, not for ${product}`);
  if (!updates.products.includes(product))
    return refuse(draft, noUpdatesOf(plan, updates, product), 'no-updates');
  if (announcements.versions.includes(version)) return draft;
  const announcement = benefitOn(plan, draft.licence, updates.announcement, draft.on);
  const left = announcements.leftOn;
  if (left !== undefined || announcement.answer === 'denied') {
    const because =
      left === undefined ? announcement.because : `the customer left the announcement list on ${left}`;
    return record(draft, { type: 'UpdateNotAnnounced', product, version, because });
  }
  const { answer, because } = benefitOn(plan, draft.licence, updates.benefit, draft.on);
  return record(draft, {
    type: 'UpdateAnnounced',
    product,
    version,
    entitled: answer === 'included',
    because,
  });
}

/** Decides whether a licence gets the password of an update; the mail derives it when it is written. */
export function requestPassword(plan: Plan, draft: JournalDraft, { version }: RequestPassword): Answer {
  const { updates } = plan;
  const { product } = draft.licence.facts;
  if (updates === null) return refuse(draft, noUpdates(plan), 'no-updates');
  if (!updates.products.includes(product))
    return refuse(draft, noUpdatesOf(plan, updates, product), 'no-updates');
  const { answer, because } = benefitOn(plan, draft.licence, updates.benefit, draft.on);
  if (answer === 'included') return record(draft, { type: 'UpdatePasswordGiven', product, version, because });
  const cover = coverOn(plan, draft.licence, draft.on);
  const why = cover.inForce ? because : `${because}: ${cover.because}`;
  return record(draft, { type: 'UpdatePasswordRefused', product, version, because: why });
}

/** Takes the customer off the announcement list; contractual notices go on. */
export function leaveAnnouncements(plan: Plan, draft: JournalDraft): Answer {
  if (plan.updates === null) return refuse(draft, noUpdates(plan), 'no-updates');
  const { leftOn } = draft.licence.announcements;
  if (leftOn !== undefined)
    return refuse(draft, `the customer left the announcement list on ${leftOn} already`, 'left-already');
  return record(draft, { type: 'AnnouncementsLeft', because: 'the customer wants no news of updates' });
}

export function joinAnnouncements(plan: Plan, draft: JournalDraft): Answer {
  if (plan.updates === null) return refuse(draft, noUpdates(plan), 'no-updates');
  const { leftOn } = draft.licence.announcements;
  if (leftOn === undefined) return refuse(draft, 'the customer is on the announcement list', 'on-the-list');
  return record(draft, { type: 'AnnouncementsJoined', because: `the customer had left it on ${leftOn}` });
}

/** Why a plan has no updates of a product to announce; undefined where it has. */
export function whyNoUpdates(plan: Plan, product: string): string | undefined {
  if (plan.updates === null) return noUpdates(plan);
  return plan.updates.products.includes(product) ? undefined : noUpdatesOf(plan, plan.updates, product);
}

function noUpdates(plan: Plan): string {
  return `the plan ${plan.id} announces no updates`;
}

function noUpdatesOf(plan: Plan, { products }: Updates, product: string): string {
  return `the plan ${plan.id} announces no updates of ${product}: only of ${products.join(', ')}`;
}
