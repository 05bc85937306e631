import type { Patch } from '../runner/patches.ts';

/** A fault that is planted to see whether the simulation finds it. */
export interface PlantedFault {
  readonly name: string;
  readonly patches: readonly Patch[];
}

const store = 'adapters/dynamodb/licences/licence-store.ts';
const numbers = 'adapters/dynamodb/documents/document-numbers.ts';
const moves = 'adapters/dynamodb/mails/mail-moves.ts';
const deliver = 'app/mailing/deliver.ts';

export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'a condition left out: a mail is claimed whatever state it is in',
    patches: [
      {
        file: moves,
        from: "ConditionExpression: `#attempts = :attempt AND #status IN (${conditions.join(', ')})`,",
        to: "ConditionExpression: 'attribute_exists(licenceId)',",
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
        from: "return dispatch(post, await moveMail(post, claim(mail, 'pending', contact, moment.now)), letter, moment);",
        to: `const sent = await sendPatiently(post.mailer, { ...mail, attempts: mail.attempts + 1 }, letter);
  if (sent.outcome !== 'sent') return { mailId: mail.mailId, status: 'sending', because: sent.outcome };
  const claimed = await moveMail(post, claim(mail, 'pending', contact, moment.now));
  await moveMail(post, markSent(claimed, sent.messageId, moment.today));
  return { mailId: mail.mailId, status: 'sent' };`,
      },
    ],
  },
  {
    name: 'events written outside the transaction',
    patches: [
      { file: store, from: '...numbered.map((recorded) => onlyOnce(eventItem(recorded))),', to: '' },
      {
        file: store,
        from: `    return after;
  }

  /**
   * Takes settled mails`,
        to: `    for (const recorded of numbered) {
      await this.documents.send(new PutCommand({ TableName: this.table, Item: eventItem(recorded) }));
    }
    return after;
  }

  /**
   * Takes settled mails`,
      },
    ],
  },
  {
    name: 'a lease too short',
    patches: [
      { file: moves, from: 'const leaseMilliseconds = 120_000;', to: 'const leaseMilliseconds = 1_000;' },
    ],
  },
  {
    name: 'a number taken before the commit',
    patches: [
      { file: numbers, from: 'import { GetCommand, ', to: 'import { PutCommand, GetCommand, ' },
      {
        file: numbers,
        from: '            { Put: { TableName: this.counters, Item: { series, last: last + 1 }, ...unchanged } },\n',
        to: '',
      },
      {
        file: numbers,
        from: '    await this.documents\n      .send(\n        new TransactWriteCommand({',
        to: `    const counter = new PutCommand({ TableName: this.counters, Item: { series, last: last + 1 }, ...unchanged });
    await this.documents.send(counter).catch((error) => {
      throw orLostRace(error, 'the counter');
    });
    await this.documents
      .send(
        new TransactWriteCommand({`,
      },
    ],
  },
  {
    name: 'a feedback handler that ignores order',
    patches: [
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
        file: 'app/commands/apply-command.ts',
        from: "if (command.activity !== 'payment' || command.paymentId === undefined)",
        to: '',
      },
    ],
  },
  {
    name: 'a request that is carried out and not noted',
    patches: [
      {
        file: store,
        from: '...(request === undefined ? [] : [onlyOnce(requestItem(licenceId, request))]),',
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
];
