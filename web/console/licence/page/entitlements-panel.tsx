import type { LicenceRecord } from '../../../../client/explaining/licence-record.ts';
import { answerInWords } from '../../../../client/words/answer-in-words.ts';
import { coverInWords } from '../../../../client/words/cover-in-words.ts';
import { entitlements } from '../../../../domain/cover/entitlements.ts';

/** What the licence entitles its customer to today, each benefit with its rule. */
export function EntitlementsPanel({ record: { plan, licence, today } }: { readonly record: LicenceRecord }) {
  const { software, cover, benefits } = entitlements(plan, licence, today);
  return (
    <>
      <p class="small">
        The software {software.mayBeUsed ? 'may be used' : 'may not be used'}: {software.because}. Maintenance
        is {coverInWords(cover)}.
      </p>
      <dl class="benefits">
        {benefits.map(({ name, answer, because }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              <strong>{answerInWords(answer)}</strong> <span class="muted">{because}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
