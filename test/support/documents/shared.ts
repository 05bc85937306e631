import type { Customer } from '../../../domain/customer/customer.ts';
import { joined } from '../../../documents/content/join.ts';
import type { DocumentContent } from '../../../documents/content/content.ts';
import type { Play } from '../application/play.ts';
import { contentOf } from './papers.ts';

/** What a document says that the licences of these plays share: a line for the first quote or invoice of each. */
export function sharedContentOf(
  plays: readonly Play[],
  kind: 'Q' | 'I',
  changes: Partial<Customer> = {},
): DocumentContent {
  const [first, ...others] = plays.map((play) =>
    contentOf(play, `${play.licence.facts.licenceId}-${kind}1`, changes),
  );
  if (first === undefined) throw new Error('nobody shares a document');
  return joined(first, others);
}
