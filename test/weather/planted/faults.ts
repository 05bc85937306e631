import type { Patch } from '../runner/patch.ts';

/** A fault that is planted to see whether the simulation finds it. */
export interface PlantedFault {
  readonly name: string;
  readonly patches: readonly Patch[];
}

const store = 'adapters/dynamodb/licences/licence-store.ts';
const numbers = 'adapters/dynamodb/documents/numbering.ts';
const moves = 'adapters/dynamodb/mails/mail-moves.ts';
const deliver = 'app/mailing/deliver.ts';

const writeLate = `    for (const each of late) {
      await this.documents.send(new PutCommand({ TableName: this.table, Item: eventItem(each) }));
    }
`;

export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'a condition left out: a mail is claimed whatever state it is in',
    patches: [
      {
        file: moves,
        from: "const stays = `#attempts = :attempt AND #status IN (${conditions.join(', ')})${notBounced}`;",
        to: "const stays = 'attribute_exists(licenceId)';",
      },
    ],
  },
  {
    name: 'a settlement without version',
    patches: [
      {
        file: store,
        from: `          Item: itemOf(after, this.shards),
          ...unchangedSince(before),
        }),`,
        to: '          Item: itemOf(after, this.shards),\n        }),',
      },
    ],
  },
  {
    name: 'a retry added to the send',
    patches: [
      {
        file: deliver,
        from: "if (sent.outcome !== 'throttled' || attempt === throttledAttempts) return sent;",
        to: "if ((sent.outcome !== 'throttled' && sent.outcome !== 'unknown') || attempt === throttledAttempts) return sent;",
      },
    ],
  },
  {
    name: 'a claim after the send',
    patches: [
      {
        file: deliver,
        from: "return dispatch(post, await moveMail(post, claim(mail, 'pending', contact, moment)), letter, moment);",
        to: `const sent = await sendPatiently(post.mailer, { ...mail, attempts: mail.attempts + 1 }, letter);
  if (sent.outcome !== 'sent') return { mailId: mail.mailId, status: 'sending', because: sent.outcome };
  const claimed = await moveMail(post, claim(mail, 'pending', contact, moment));
  return { mailId: mail.mailId, status: 'sent', attempt: claimed.attempts };`,
      },
    ],
  },
  {
    name: 'events written outside the transaction',
    patches: [
      { file: store, from: '...recorded.map((each) => this.put(onlyOnce(eventItem(each)))),', to: '' },
      { file: store, from: 'return { after, puts };', to: 'return { after, puts, late: recorded };' },
      {
        file: store,
        from: 'const { after, puts } = await this.prepare(',
        to: 'const { after, puts, late } = await this.prepare(',
      },
      {
        file: store,
        from: '    return after;\n  }\n\n  /**\n   * The same for several',
        to: `${writeLate}    return after;\n  }\n\n  /**\n   * The same for several`,
      },
      {
        file: store,
        from: 'for (const change of changes) puts.push(...(await this.prepare(change, sharing)).puts);',
        to: `const late = [];
    for (const change of changes) {
      const prepared = await this.prepare(change, sharing);
      puts.push(...prepared.puts);
      late.push(...prepared.late);
    }`,
      },
      {
        file: store,
        from: 'await this.write(`one of ${changes.length} licences`, [...puts, ...this.entriesOf(numbering, sharing)]);',
        to: `await this.write('licences', [...puts, ...this.entriesOf(numbering, sharing)]);\n${writeLate}`,
      },
    ],
  },
  {
    // A lease that ends early does no harm by itself: feedback is waited for from its end on.
    name: 'a lease too short, and nothing else that waits',
    patches: [
      { file: moves, from: 'const leaseMilliseconds = 120_000;', to: 'const leaseMilliseconds = 1_000;' },
      {
        file: deliver,
        from: 'const windowMilliseconds = 3_600_000;',
        to: 'const windowMilliseconds = 1_000;',
      },
    ],
  },
  {
    name: 'a number taken before the commit',
    patches: [
      {
        file: numbers,
        from: "import type { PutCommandInput } from '@aws-sdk/lib-dynamodb';",
        to: `import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { orLostRace } from '../table/faults.ts';`,
      },
      {
        file: numbers,
        from: 'entry.licenceIds.push(event.licenceId);',
        to: `entry.licenceIds.push(event.licenceId);
    const taken = this.register.entry(series, entry.first + entry.licenceIds.length - 1, [event.licenceId]);
    await this.register.documents.send(new PutCommand(taken)).catch((error) => {
      throw orLostRace(error, 'the numbers');
    });`,
      },
      {
        file: numbers,
        from: '.filter(([, { licenceIds }]) => licenceIds.length > 0)',
        to: '.filter(() => false)',
      },
    ],
  },
  {
    // The write has a condition of its own, which keeps the order too: the planted fault takes both away.
    name: 'a feedback handler that ignores order',
    patches: [
      { file: moves, from: '    unlessBounced: true,\n', to: '' },
      {
        file: 'app/mailing/settle-by-feedback.ts',
        from: 'if (attempt > (mail.bouncedAttempt ?? 0)) {',
        to: '{',
      },
      {
        file: 'app/mailing/settle-by-feedback.ts',
        from: 'else if (!isForGood || attempt === mail.attempts) await accept',
        to: 'else await accept',
      },
    ],
  },
  {
    name: 'a sender that does not wait for feedback',
    patches: [
      { file: deliver, from: 'const windowMilliseconds = 3_600_000;', to: 'const windowMilliseconds = 0;' },
    ],
  },
  {
    name: 'mails in doubt taken for settled',
    patches: [
      {
        file: 'app/mailing/settle-outbox.ts',
        from: "= ['sent', 'held', 'skipped'];",
        to: "= ['sent', 'held', 'skipped', 'unknown'];",
      },
    ],
  },
  {
    name: 'a payment recorded without looking for its id',
    patches: [
      {
        file: 'domain/payments/pay-once.ts',
        from: 'recordedPayment(journal, paymentId)',
        to: 'recordedPayment([], paymentId)',
      },
    ],
  },
  {
    name: 'a request that is carried out and not noted',
    patches: [
      {
        file: store,
        from: '      ...requests,\n',
        to: '',
      },
    ],
  },
  {
    name: 'a lapse on the last day for payment',
    patches: [
      {
        file: 'domain/agenda.ts',
        from: "actions.push({ step: 'lapse', on: addDays(unpaid, 1), because });",
        to: "actions.push({ step: 'lapse', on: unpaid, because });",
      },
    ],
  },
  {
    name: 'a cancellation that the payment of any bill undoes',
    patches: [
      {
        file: 'domain/evolve.ts',
        from: '    credit: subtract(licence.credit, event.total),\n',
        to: `    credit: subtract(licence.credit, event.total),
    standing: licence.standing.status === 'active' ? resumed(licence) : licence.standing,\n`,
      },
    ],
  },
  {
    name: 'a sale to a customer who was erased',
    patches: [{ file: 'domain/licence/decision.ts', from: ' ?? erased(draft, activity)', to: '' }],
  },
  {
    name: 'a customer whose licences do not follow',
    patches: [
      {
        file: 'app/customers/follow-customer.ts',
        from: "if (isSameTerms(facts, terms) || standing.status === 'removed') return false;",
        to: 'if (isSameTerms(facts, terms) || licenceId.length > 0) return false;',
      },
    ],
  },
  {
    name: 'a part of a payment from a bank that is recorded under the id of the whole',
    patches: [
      {
        file: 'domain/payments/incoming.ts',
        from: 'return part === 1 ? paymentId : `${paymentId}/${part}`;',
        to: 'return part > 0 ? paymentId : `${paymentId}/${part}`;',
      },
    ],
  },
];
