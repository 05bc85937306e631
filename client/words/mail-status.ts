import type { Mail } from '../deployment/deployment.ts';

/** The latest that is known of a mail, in words. */
export function mailStatus({ status, sentOn, deliveredOn, bouncedOn, complainedOn }: Mail): string {
  if (status !== 'sent') return status;
  if (complainedOn !== undefined) return `reported as spam on ${complainedOn}`;
  if (deliveredOn !== undefined) return `delivered on ${deliveredOn}`;
  if (bouncedOn !== undefined) return `bounced on ${bouncedOn}`;
  return sentOn === undefined ? status : `sent on ${sentOn}`;
}
