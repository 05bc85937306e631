import type { Random } from './random.ts';

/** How often something goes wrong where it is rare, and where it is frequent: of all requests, mails or firings. */
const chances = {
  // At a request of a function.
  'connection refused': [0.002, 0.02],
  'answer lost': [0.002, 0.02],
  'delivered twice': [0.002, 0.02],
  slow: [0.01, 0.1],
  throttled: [0.003, 0.02],
  'server error': [0.002, 0.02],
  'write conflict': [0.005, 0.05],
  'index lags': [0.05, 0.3],
  'killed before a request': [0.0003, 0.0015],
  'killed after a request': [0.0003, 0.0015],
  // With a mail, and with each report of SES on it.
  'bounced for good': [0.005, 0.03],
  'bounced for now': [0.01, 0.1],
  'sent back after delivery': [0.005, 0.03],
  'complained about': [0.005, 0.03],
  'delivery delayed': [0.02, 0.2],
  'feedback lost': [0.02, 0.2],
  'feedback twice': [0.05, 0.3],
  'feedback late': [0.1, 0.5],
  // At each time of a schedule.
  'schedule twice': [0.02, 0.2],
  'schedule late': [0.02, 0.2],
} as const satisfies Readonly<Record<string, readonly [rare: number, frequent: number]>>;

/** Something that goes wrong. */
export type Kind = keyof typeof chances;

export type Frequency = 'absent' | 'rare' | 'frequent';

/** What can go wrong, in the order in which it is listed. */
export const kinds = Object.keys(chances).filter(isKind);

function isKind(name: string): name is Kind {
  return name in chances;
}

/** How often a kind happens in a seed: absent, rare or frequent, so that seeds differ in kind and not in degree. */
export function frequencyOf(kind: Kind, random: Random): Frequency {
  return random.of(`how often ${kind}`).pick(['absent', 'rare', 'rare', 'frequent']);
}

/** The probability of a kind, each time that it can happen. */
export function chanceOf(kind: Kind, frequency: Frequency): number {
  const [rare, frequent] = chances[kind];
  switch (frequency) {
    case 'absent':
      return 0;
    case 'rare':
      return rare;
    case 'frequent':
      return frequent;
  }
}
