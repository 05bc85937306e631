import type { Random } from '../../../local/weather/random.ts';

/** What can go wrong with one request. */
export const faultKinds = [
  'refused', // the connection breaks before the service gets the request
  'answer-lost', // the service does it, and the answer is lost
  'twice', // the network delivers it twice
  'slow', // it is under way for seconds
  'throttled',
  'conflict', // another transaction is on the item
  'stale', // a read shows what was there before
  'rejected', // SES does not take this mail
  'killed-before', // the function is killed before the service gets the request
  'killed-after', // the function is killed after the service has done it
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** How bad the weather is: the probability of each fault at each request, and of each other trouble. */
export interface Weather {
  readonly chances: Readonly<Record<FaultKind, number>>;
  /** That SES says nothing more of a mail, says it twice, or says it late. */
  readonly feedbackLost: number;
  readonly feedbackTwice: number;
  readonly feedbackLate: number;
  /** That SES says first that a mail is delayed. */
  readonly deliveryDelay: number;
  /** That a mail comes back for good, comes back for the moment, or is complained about. */
  readonly hardBounce: number;
  /** That it comes back for good although it was delivered: the server that took it sent it back. */
  readonly bounceAfterDelivery: number;
  readonly softBounce: number;
  readonly complaint: number;
  /** That SES takes a mail and its answer is lost, beside what befalls every request. */
  readonly sendAnswerLost: number;
  /** That an operation that is seldom asked for loses its answer, and that it is throttled, beside what befalls all. */
  readonly seldomTrouble: number;
  /** That a schedule fires twice, hours late, or not at all on a day. */
  readonly scheduleTwice: number;
  readonly scheduleLate: number;
  readonly scheduleMissing: number;
  /** That the account cannot send mail on a day. */
  readonly accountTrouble: number;
  /** That Lambda has no room for any call of a state machine for some minutes, at each such call. */
  readonly callsTurnedAway: number;
  /** That an operator's request is carried out and its answer does not arrive. */
  readonly operatorAnswerLost: number;
}

const calm = Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>;

export const clearSky: Weather = {
  chances: calm,
  feedbackLost: 0,
  feedbackTwice: 0,
  feedbackLate: 0,
  deliveryDelay: 0,
  hardBounce: 0,
  bounceAfterDelivery: 0,
  softBounce: 0,
  complaint: 0,
  sendAnswerLost: 0,
  seldomTrouble: 0,
  scheduleTwice: 0,
  scheduleLate: 0,
  scheduleMissing: 0,
  accountTrouble: 0,
  callsTurnedAway: 0,
  operatorAnswerLost: 0,
};

/** The weather of a seed: each fault is absent, rare or frequent, so that runs differ in kind and not in degree. */
export function weatherOf(random: Random): Weather {
  const some = (rare: number, often: number) => random.pick([0, rare, rare, often]);
  const kills = some(0.001, 0.01);
  return {
    chances: {
      refused: some(0.005, 0.05),
      'answer-lost': some(0.005, 0.05),
      twice: some(0.002, 0.02),
      slow: some(0.01, 0.1),
      throttled: some(0.01, 0.1),
      conflict: some(0.01, 0.1),
      stale: some(0.05, 0.3),
      rejected: some(0.002, 0.02),
      'killed-before': kills,
      'killed-after': kills,
    },
    feedbackLost: some(0.02, 0.3),
    feedbackTwice: some(0.05, 0.3),
    feedbackLate: some(0.1, 0.5),
    deliveryDelay: some(0.02, 0.2),
    hardBounce: some(0.01, 0.1),
    bounceAfterDelivery: some(0.01, 0.1),
    softBounce: some(0.01, 0.1),
    complaint: some(0.005, 0.03),
    sendAnswerLost: some(0.02, 0.2),
    scheduleTwice: some(0.02, 0.2),
    scheduleLate: some(0.02, 0.2),
    scheduleMissing: some(0.01, 0.1),
    accountTrouble: some(0.02, 0.1),
    operatorAnswerLost: some(0.05, 0.3),
    seldomTrouble: some(0.05, 0.3),
    callsTurnedAway: some(0.02, 0.2),
  };
}
