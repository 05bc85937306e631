import type { Licence } from '../../../../domain/licence/licence.ts';
import { Badge, type Tone } from '../../parts/badge.tsx';

const tones: { readonly [Status in Licence['standing']['status']]: Tone } = {
  pending: 'attention',
  active: 'good',
  subscribed: 'good',
  lapsed: 'bad',
  deactivated: 'quiet',
  removed: 'quiet',
};

/** Where a licence stands, in a word. */
export function StandingBadge({ licence: { standing } }: { readonly licence: Licence }) {
  const isCancelled = standing.status === 'active' && standing.cancelledTo !== undefined;
  if (isCancelled) return <Badge tone="attention">renewal cancelled</Badge>;
  return <Badge tone={tones[standing.status]}>{standing.status}</Badge>;
}
