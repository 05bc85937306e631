import fc from 'fast-check';
import { expect, it } from 'vitest';
import { licenceIdIn, mailIdOf } from '../../../adapters/dynamodb/mails/mail-item.ts';
import { idSchema } from '../../../domain/text/id.ts';

/** Longer than any kind of mail is called. */
const longestKind = 'k'.repeat(40);

it('an SES tag holds the mail id of every licence id that a door takes, and the id names the licence', () => {
  const licenceId = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 220 }),
    fc.string({ unit: 'grapheme', maxLength: 220 }),
  );
  fc.assert(
    fc.property(
      licenceId.filter((id) => idSchema.safeParse(id).success),
      (id) => {
        const mailId = mailIdOf(id, 99_999_999, longestKind);
        expect(mailId).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
        expect(licenceIdIn(mailId)).toBe(id);
      },
    ),
  );
});
