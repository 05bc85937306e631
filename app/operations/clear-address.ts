import { addressCleared } from '../../domain/correspondence/mails.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import { isSameAddress } from '../../mail/message/recipients.ts';
import type { AnswerOf } from '../../contracts/operator/answers.ts';
import type { OperationOf } from '../../contracts/operator/operations.ts';
import { planOf } from '../../plans/plan-of.ts';
import { changeLicence } from '../commands/change-licence.ts';
import { Refused } from '../commands/refused.ts';
import type { MailingDependencies } from '../mailing/deliver.ts';
import { readersOf } from '../mailing/readers.ts';
import { requireStored } from '../commands/apply-to-licence.ts';
import { todayOf } from '../commands/day.ts';
import { carriedOut, earlierResult, type Request } from './request.ts';

/**
 * Records that an address which sent mail back takes mail again: the journal of the licence has who said so, and the
 * customer's mails go to it from then on (docs/rules.md §13.7). Throws `Refused` where the address did not send mail
 * back.
 */
export async function clearAddress(
  { licences, customers }: MailingDependencies,
  request: Request,
  { licenceId, address }: OperationOf<'clear-address'>,
): Promise<AnswerOf<'clear-address'>> {
  const isCleared = (other: string) => isSameAddress(other, address);
  const isReturned = ({ undeliverable = [] }: Customer) =>
    undeliverable.some((one) => isCleared(one.address));
  const cleared = await changeLicence(licences, licenceId, async (stored) => {
    const { licence, version } = requireStored(licenceId, stored);
    const plan = planOf(licence.facts.planId);
    const { customer, partner } = await readersOf(customers, licence.facts.customerId);
    const returning = [customer, partner].filter((one) => one !== undefined).filter(isReturned);
    const earlier = await earlierResult(licences, licenceId, request);
    if (earlier !== undefined) {
      const events = (await licences.events(licenceId)).slice(earlier.firstEvent - 1, earlier.lastEvent);
      return { plan, events: [], journalled: events, returning };
    }
    const [first] = returning;
    if (first === undefined) {
      throw new Refused(
        `No mail to ${address} was sent back: neither customer ${customer.customerId} nor its partner has such an address to clear.`,
      );
    }
    const events = addressCleared(
      licence,
      todayOf(plan, request),
      first === customer ? 'customer' : 'partner',
    );
    const result = carriedOut(request, version, events.length, { outcome: 'accepted' });
    return { plan, events, request: result, journalled: events, returning };
  });
  for (const { customerId } of cleared.returning)
    await customers.clearUndeliverable(customerId, (noted) => isCleared(noted.address));
  return { events: [...cleared.journalled] };
}
