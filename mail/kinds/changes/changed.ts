import type { Change } from '../../../domain/changes/change.ts';
import { text } from '../../letter/letter.ts';
import type { MailLocaliser } from '../../letter/localiser.ts';
import { thanksFor } from '../../letter/receipt-blocks.ts';
import { receiptFor } from '../../letter/receipt.ts';
import type { Subject } from '../../words/subject.ts';
import { defineKind } from '../kind.ts';

/** A change of the licence has been made. */
export const changed = defineKind({
  name: 'changed',
  calledBy: (event) => (event.type === 'LicenceChanged' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: (material, { change, date }) => {
    const { localiser, about } = material;
    const { subject, intro } = inWords(localiser, change, { ...about, on: localiser.date(date) });
    const isPriced = change.kind !== 'migration';
    return {
      subject,
      body: [
        text(intro),
        ...(isPriced ? [text(localiser.words.changed.countFromNextTerm)] : []),
        ...thanksFor(localiser, receiptFor(material)),
      ],
    };
  },
});

function inWords({ words }: MailLocaliser, change: Change, named: Subject & { readonly on: string }) {
  const { subject, intro } = words.changed;
  switch (change.kind) {
    case 'edition': {
      const edition = { ...named, edition: change.edition };
      return { subject: subject.edition(edition), intro: intro.edition(edition) };
    }
    case 'modules': {
      const modules = { ...named, skus: change.modules.map(({ sku }) => sku) };
      return { subject: subject.modules(modules), intro: intro.modules(modules) };
    }
    case 'migration':
      return { subject: subject.migration(named), intro: intro.migration(named) };
  }
}
