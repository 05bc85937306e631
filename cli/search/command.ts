import { Command } from 'commander';
import type { Facts } from '../../domain/licence/licence.ts';
import type { Found } from '../../client/finding/search.ts';
import type { Invocation } from '../shell/invocation.ts';
import { type Columns, Listing, listing, type ListingOptions } from '../shell/listing.ts';

const help = `
Examples:
  npx perennial search 'portside legal'
  npx perennial search accounts@canterbury-timber.example
  npx perennial search SNUG-2026-00001

Finds customers by words of their names, postal and e-mail addresses, ids, VAT ids and standing purchase orders, in any order,
by their beginnings (three letters or more), whatever the case and the accents. Finds licences by their ids or the beginning
of an id, by the printed numbers of quotes, invoices and credit notes, by purchase orders, and by payment ids. If it finds one
customer only, it lists the customer's licences too. It makes fifteen requests at most, however many licences there are.`;

/** `search`: what a text names. */
export function searchCommand(at: Invocation): Command {
  const command = new Command()
    .argument('<text...>', 'what to look for')
    .action(async (text: readonly string[], options: ListingOptions) => {
      const { output } = at;
      const { connect } = await import('../shell/connect.ts');
      const { Search } = await import('../../client/finding/search.ts');
      const listed = new Listing(output, columns, options);
      const deployment = await connect(at);
      const { found, isCut } = await new Search(deployment).for(text.join(' '));
      const licenceIds = found.flatMap((each) => ('licenceId' in each ? [each.licenceId] : []));
      const { values } = await deployment.facts([...new Set(licenceIds)]);
      const facts = new Map(values.map((each) => [each.licenceId, each]));
      listed.add(found.map((each) => rowOf(each, facts)));
      if (isCut) output.note('There may be more. Add a word, or more letters.');
      else if (found.length === 0) output.note(`Nothing is found for ${text.join(' ')}.`);
    });
  return listing(command).addHelpText('after', help);
}

/** Something that was found, in a line. */
interface Row {
  readonly kind: Found['kind'];
  /** What names it. */
  readonly found: string;
  readonly licenceId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly product?: string | undefined;
  readonly detail?: string | undefined;
}

function rowOf(found: Found, facts: ReadonlyMap<string, Facts>): Row {
  const { kind } = found;
  if (kind === 'customer') {
    const { customerId, name, email, mergedInto } = found.customer;
    const detail = mergedInto === undefined ? email : `merged into ${mergedInto}`;
    return { kind, found: name, customerId, detail };
  }
  const { licenceId } = found;
  const { customerId, product } = facts.get(licenceId) ?? {};
  const of = { kind, licenceId, customerId, product };
  if (kind === 'licence') return { ...of, found: licenceId };
  if (kind === 'document') return { ...of, found: found.number };
  return { ...of, found: found.reference, detail: `of ${found.on}` };
}

const cells = [
  ['found', ({ found }: Row) => found],
  ['licence', ({ licenceId }: Row) => licenceId],
  ['product', ({ product }: Row) => product],
  ['customer', ({ customerId }: Row) => customerId],
  ['detail', ({ detail }: Row) => detail],
] as const;

const columns: Columns<Row> = {
  table: [['what', ({ kind }) => kind], ...cells],
  csv: [['kind', ({ kind }) => kind], ...cells],
};
