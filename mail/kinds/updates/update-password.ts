import { facts, text } from '../../letter/letter.ts';
import { defineKind } from '../kind.ts';

/** The password for an update, as the customer asked. */
export const updatePassword = defineKind({
  name: 'update-password',
  calledBy: (event) => (event.type === 'UpdatePasswordGiven' ? event : undefined),
  to: 'technical',
  copyToPartner: false,
  ifUnknown: 'send-again',
  write: ({ localiser, updatePassword: password }, { product, version, licenceId }) => {
    if (password === undefined) {
      throw new Error(`licence ${licenceId}: the mail of the password for ${product} ${version} lacks it`);
    }
    const words = localiser.words.updatePassword;
    const update = { product, version, licenceId };
    return {
      subject: words.subject(update),
      body: [
        text(words.intro(update)),
        facts(`${product} ${version}`, [words.label, password]),
        text(words.onlyFor(update)),
      ],
    };
  },
});
