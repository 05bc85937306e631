import type { Output } from '../shell/output.ts';
import type { Difference } from './differences.ts';
import type { CustomerFound, Found, LicenceFound } from './found.ts';

const mostShown = 50;

type Row = readonly [id: string, verdict: string, field: string, stored: string, book: string];

/** What an import finds: each printed as a line of JSON at once, or all counted and the first printed in the end. */
export class Report {
  readonly #output: Output;
  readonly #asJson: boolean;
  readonly #customers = { new: 0, changed: 0, unchanged: 0 };
  readonly #licences = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  readonly #rows: Row[] = [];
  #differences = 0;

  constructor(output: Output, asJson: boolean) {
    this.#output = output;
    this.#asJson = asJson;
  }

  /** How many licences have facts that are refused. */
  get refused(): number {
    return this.#licences.refused;
  }

  get isAnythingToDo(): boolean {
    const [customers, licences] = [this.#customers, this.#licences];
    return customers.new + customers.changed + licences.new + licences.changed > 0;
  }

  add(found: Found): void {
    switch (found.of) {
      case 'customer':
        count(this.#customers, found);
        this.#note({ customerId: found.customer.customerId }, found, []);
        for (const licence of found.licences) this.add(licence);
        return;
      case 'licence':
        if (found.refused.length > 0) this.#licences.refused += 1;
        else count(this.#licences, found);
        this.#note({ licenceId: found.facts.licenceId }, found, found.refused);
    }
  }

  /** Prints the counts, and the first of the changes field by field. */
  print(): void {
    const [customers, licences] = [this.#customers, this.#licences];
    if (this.#asJson) {
      this.#output.jsonLine({ customers, licences });
      return;
    }
    this.#output.table(
      ['', 'new', 'changed', 'unchanged', 'refused'],
      [
        ['customers', customers.new, customers.changed, customers.unchanged, 0],
        ['licences', licences.new, licences.changed, licences.unchanged, licences.refused],
      ],
    );
    if (this.#rows.length === 0) return;
    this.#output.print();
    this.#output.table(['id', '', 'field', 'in the tables', 'in the book'], this.#rows);
    const hidden = this.#differences - this.#rows.length;
    if (hidden > 0) this.#output.print(`… and ${hidden} more. --json prints all of them.`);
  }

  #note(
    id: { readonly customerId: string } | { readonly licenceId: string },
    { isNew, changed }: CustomerFound | LicenceFound,
    refused: readonly Difference[],
  ): void {
    if (this.#asJson) {
      const isUnchanged = !isNew && changed.length + refused.length === 0;
      if (!isUnchanged) this.#output.jsonLine({ ...id, isNew, changed, refused });
      return;
    }
    const [name = ''] = Object.values(id);
    const rows = [...rowsOf(name, 'changed', changed), ...rowsOf(name, 'refused', refused)];
    this.#differences += rows.length;
    this.#rows.push(...rows.slice(0, mostShown - this.#rows.length));
  }
}

function count(
  counts: { new: number; changed: number; unchanged: number },
  { isNew, changed }: CustomerFound | LicenceFound,
): void {
  if (isNew) counts.new += 1;
  else if (changed.length > 0) counts.changed += 1;
  else counts.unchanged += 1;
}

function rowsOf(id: string, verdict: string, differences: readonly Difference[]): readonly Row[] {
  return differences.map(({ field, stored, book }) => [id, verdict, field, stored, book]);
}
