import { type Chronicle, tell } from '../licence/journal-draft.ts';
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

/** Tells a licence's customer of an update, and whether it may have it. Once a version: again, it does nothing. */
export function announceUpdate(plan: Plan, so: Chronicle, update: AnnounceUpdate): Answer {
  const { updates } = plan;
  const { facts, announcements } = so.licence;
  const { product, version } = update;
  if (updates === null) return refuse(so, noUpdates(plan));
  if (product !== facts.product) return refuse(so, `the licence is for ${facts.product}, not for ${product}`);
  if (!updates.products.includes(product)) return refuse(so, noUpdatesOf(plan, updates, product));
  if (announcements.versions.includes(version)) return so;
  const told = benefitOn(plan, so.licence, updates.announcement, so.on);
  const left = announcements.leftOn;
  if (left !== undefined || told.answer === 'denied') {
    const because = left === undefined ? told.because : `the customer left the announcement list on ${left}`;
    return tell(so, { type: 'UpdateNotAnnounced', product, version, because });
  }
  const { answer, because } = benefitOn(plan, so.licence, updates.benefit, so.on);
  return tell(so, { type: 'UpdateAnnounced', product, version, entitled: answer === 'included', because });
}

/** Decides whether a licence gets the password of an update; whoever tells it to the customer derives it then. */
export function requestPassword(plan: Plan, so: Chronicle, { version }: RequestPassword): Answer {
  const { updates } = plan;
  const { product } = so.licence.facts;
  if (updates === null) return refuse(so, noUpdates(plan));
  if (!updates.products.includes(product)) return refuse(so, noUpdatesOf(plan, updates, product));
  const { answer, because } = benefitOn(plan, so.licence, updates.benefit, so.on);
  if (answer === 'included') return tell(so, { type: 'UpdatePasswordGiven', product, version, because });
  const cover = coverOn(plan, so.licence, so.on);
  const why = cover.inForce ? because : `${because}: ${cover.because}`;
  return tell(so, { type: 'UpdatePasswordRefused', product, version, because: why });
}

/** Takes the customer off the announcement list; contractual notices go on. */
export function leaveAnnouncements(plan: Plan, so: Chronicle): Answer {
  if (plan.updates === null) return refuse(so, noUpdates(plan));
  const { leftOn } = so.licence.announcements;
  if (leftOn !== undefined) return refuse(so, `the customer left the announcement list on ${leftOn} already`);
  return tell(so, { type: 'AnnouncementsLeft', because: 'the customer wants no news of updates' });
}

export function joinAnnouncements(plan: Plan, so: Chronicle): Answer {
  if (plan.updates === null) return refuse(so, noUpdates(plan));
  const { leftOn } = so.licence.announcements;
  if (leftOn === undefined) return refuse(so, 'the customer is on the announcement list');
  return tell(so, { type: 'AnnouncementsJoined', because: `the customer had left it on ${leftOn}` });
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
