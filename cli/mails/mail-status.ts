import type { Mail } from '../../client/deployment/deployment.ts';

/** What is known of a mail last. */
export function mailStatus({ status, sentOn, deliveredOn, bouncedOn, complainedOn }: Mail): string {
  if (status !== 'sent') return status;
  if (complainedOn !== undefined) return `complained of on ${complainedOn}`;
  if (deliveredOn !== undefined) return `delivered on ${deliveredOn}`;
  if (bouncedOn !== undefined) return `came back on ${bouncedOn}`;
  return sentOn === undefined ? status : `sent on ${sentOn}`;
}
