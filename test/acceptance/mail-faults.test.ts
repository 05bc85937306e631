import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { expect, test } from 'vitest';
import { settingsOf } from '../../client/deployment/settings-of.ts';
import { onEmbeddedCloud } from '../../cli/simulate/embedded-cloud.ts';
import { civilDate } from '../../domain/calendar.ts';
import { customerSchema } from '../../domain/customer/customer.ts';
import { registerLicence } from '../../app/commands/register-licence.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { deliverPending, type MailingDependencies } from '../../app/mailing/deliver.ts';
import { openMailing } from '../../app/mailing/mailing-dependencies.ts';
import type { Cloud, TreatMail } from '../../local/cloud.ts';
import { netjapanMaintenance as plan } from '../../plans/netjapan-maintenance.ts';
import { factsOf } from '../support/application/play.ts';
import { applyActivity } from '../support/application/apply-activity.ts';

const seed = '2026-11-24';
const today = civilDate('2026-02-01');
const hour = 3_600_000;
const licenceIds = Array.from({ length: 100 }, (_, number) => `F-${number + 1}`);

const faults = ['throttle', 'reject', 'cut off before sending', 'cut off after sending'] as const;

/** A number from 0 to 255 of a text, always the same for the same seed. */
const byLot = (text: string): number => createHash('sha256').update(`${seed} ${text}`).digest().readUInt8();

/** Something goes wrong with more than half of all attempts, and every third feedback is lost. */
const badly: TreatMail = ({ tags: { mail = '', attempt = '' } }) => {
  const fault = faults[byLot(`fault ${mail} ${attempt}`) % 7];
  const loseFeedback = byLot(`feedback ${mail} ${attempt}`) % 3 === 0;
  return fault === undefined ? { loseFeedback } : { fault, loseFeedback };
};

/** The same; an attempt that is throttled goes through when it is repeated. */
function badlyAtFirst(): typeof badly {
  const throttled = new Set<string>();
  return (mail) => {
    const { fault, ...treatment } = badly(mail);
    const name = JSON.stringify(mail.tags);
    if (fault !== 'throttle') return badly(mail);
    if (throttled.has(name)) return treatment;
    throttled.add(name);
    return { fault, ...treatment };
  };
}

/** The quote and the invoice of each licence wait in its outbox. */
async function callForMails(post: MailingDependencies): Promise<void> {
  const customer = {
    customerId: 'C-1',
    name: 'Jane Roe Ltd',
    kind: 'end-user',
    email: 'jane@customer.example',
  };
  await post.customers.put(customerSchema.parse({ ...customer, country: 'GB', locale: 'en-GB' }));
  for (const licenceId of licenceIds) {
    await registerLicence(post.licences, factsOf(plan, { licenceId, coverEnds: '2026-12-31' }));
    await applyActivity(post.licences, licenceId, { on: today, activity: 'request-quote' }, today);
    await applyActivity(post.licences, licenceId, { on: today, activity: 'accept-quote', years: 1 }, today);
  }
}

/** Delivers again and again, an hour apart and twice at the same time, until nothing waits any more. */
async function deliverAll(cloud: Cloud, post: MailingDependencies): Promise<void> {
  for (let round = 0, waiting = licenceIds; waiting.length > 0; round += 1) {
    expect(round).toBeLessThan(20);
    // Most of the time goes to the pauses after which the SDK repeats what was throttled.
    const limit = pLimit(100);
    const deliverOne = async (licenceId: string) => {
      const deliver = () => deliverPending(post, licenceId, today, round * hour);
      await Promise.allSettled(licenceId.endsWith('0') ? [deliver(), deliver()] : [deliver()]);
    };
    await Promise.all(waiting.map((licenceId) => limit(() => deliverOne(licenceId))));
    // What SES reports comes long before the next hour.
    await cloud.drain();
    const still: string[] = [];
    for (const licenceId of waiting)
      if (((await post.licences.load(licenceId))?.outbox.length ?? 0) > 0) still.push(licenceId);
    waiting = still;
  }
}

/** The attempts of each mail that SES has accepted. */
function acceptedBy(cloud: Cloud): ReadonlyMap<string, readonly string[]> {
  const attempts = new Map<string, string[]>();
  for (const { tags } of cloud.mails()) {
    const { mail = '', attempt = '' } = tags;
    attempts.set(mail, [...(attempts.get(mail) ?? []), attempt]);
  }
  return attempts;
}

test('of 200 mails with every fault at random, each is sent or held, none is lost, and what is sent twice is recorded', async () => {
  await onEmbeddedCloud(
    join(tmpdir(), `perennial-faults-${process.pid}`),
    new AbortController().signal,
    async (cloud) => {
      const post = openMailing(documentClient(), settingsOf(cloud.outputs));
      await callForMails(post);
      cloud.treatMails(badlyAtFirst());
      await deliverAll(cloud, post);

      const accepted = acceptedBy(cloud);
      const seen = { mails: 0, held: 0, twice: 0, settledBySes: 0 };
      for (const licenceId of licenceIds) {
        const journal = await post.licences.events(licenceId);
        for (const { mailId, status } of await post.mails.mails(licenceId)) {
          const attempts = accepted.get(mailId) ?? [];
          const told = (type: string) =>
            journal.filter((event) => event.type === type && 'mailId' in event && event.mailId === mailId);
          const cutOff = attempts.filter((attempt) =>
            badly({ tags: { mail: mailId, attempt }, destinations: [] }).fault?.startsWith('cut off'),
          );
          seen.mails += 1;
          expect(status).toMatch(/^(sent|held)$/);
          if (status === 'held') expect(told('MailHeld')).toHaveLength(1);
          if (status === 'sent') expect(attempts).not.toEqual([]);
          // Whatever came before the last copy was cut off after sending, and its feedback is lost.
          for (const attempt of attempts.slice(0, -1)) {
            expect(badly({ tags: { mail: mailId, attempt }, destinations: [] })).toEqual({
              fault: 'cut off after sending',
              loseFeedback: true,
            });
          }
          expect(told('MailSentAgain').length).toBeGreaterThanOrEqual(attempts.length - 1);
          if (status === 'held') seen.held += 1;
          if (attempts.length > 1) seen.twice += 1;
          if (status === 'sent' && cutOff.length === attempts.length) seen.settledBySes += 1;
        }
      }
      // The lot has brought about all that is tested.
      expect(seen).toMatchObject({ mails: 200 });
      for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
    },
  );
}, 600_000);
