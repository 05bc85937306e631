import { GetCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { yearOf } from '../../../domain/calendar.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import type { Documents } from '../table/document-client.ts';
import { documentFrom, type NumberedDocument } from './document-item.ts';
import { orLostRace } from '../table/faults.ts';
import { retryOnConflict } from '../table/retry.ts';
import { records } from '../licences/licence-item.ts';
import { parseAt } from '../table/parse.ts';
import { recordsUnder } from '../table/query.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

type NewDocument = Omit<NumberedDocument, 'number' | 'isStored'>;

const counterSchema = z.object({ last: z.int().min(0) });

/** Numbers of quotes and invoices: gap-free within a plan, a year and a kind. */
export class DocumentNumbers {
  private readonly documents: Documents;
  private readonly licences: string;
  private readonly counters: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.licences = setting(settings, environment.licencesTable);
    this.counters = setting(settings, environment.countersTable);
  }

  /**
   * The number of a document: the one that it has, or else the next of its series. Counting and recording are one
   * write, so that no crash leaves a gap and no repetition counts twice. Throws `ConcurrentChange` where others count
   * in the same series again and again.
   */
  async number(plan: Plan, document: NewDocument): Promise<NumberedDocument> {
    return retryOnConflict(async () => {
      const known = await this.find(document.licenceId, document.documentId);
      return known ?? this.count(plan, document);
    });
  }

  /** A licence's quotes and invoices that have a number. */
  async ofLicence(licenceId: string): Promise<readonly NumberedDocument[]> {
    const items = await recordsUnder(this.documents, this.licences, licenceId, records.document(''));
    return items.map((item) => documentFrom(licenceId, item));
  }

  /** Notes that a document's PDF is stored for good. */
  async markStored({ licenceId, documentId }: NumberedDocument): Promise<void> {
    await this.documents.send(
      new UpdateCommand({
        TableName: this.licences,
        Key: { licenceId, record: records.document(documentId) },
        UpdateExpression: 'SET isStored = :stored',
        ConditionExpression: 'attribute_exists(licenceId)',
        ExpressionAttributeValues: { ':stored': true },
      }),
    );
  }

  private async find(licenceId: string, documentId: string): Promise<NumberedDocument | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({
        TableName: this.licences,
        Key: { licenceId, record: records.document(documentId) },
        ConsistentRead: true,
      }),
    );
    return Item && documentFrom(licenceId, Item);
  }

  private async count(plan: Plan, document: NewDocument): Promise<NumberedDocument> {
    const { documentId, kind, issuedOn } = document;
    const year = yearOf(issuedOn);
    const series = `${plan.id}#${kind}#${year}`;
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.counters, Key: { series }, ConsistentRead: true }),
    );
    const last = Item === undefined ? 0 : parseAt(`counter ${series}`, counterSchema, Item).last;
    const numbered = { ...document, number: numberOf(plan.numbers[kind], year, last + 1), isStored: false };
    const unchanged =
      last === 0
        ? { ConditionExpression: 'attribute_not_exists(series)' }
        : {
            ConditionExpression: '#last = :last',
            ExpressionAttributeNames: { '#last': 'last' },
            ExpressionAttributeValues: { ':last': last },
          };
    await this.documents
      .send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName: this.counters, Item: { series, last: last + 1 }, ...unchanged } },
            {
              Put: {
                TableName: this.licences,
                Item: { record: records.document(documentId), ...numbered },
                ConditionExpression: 'attribute_not_exists(licenceId)',
              },
            },
          ],
        }),
      )
      .catch((error: unknown) => {
        throw orLostRace(error, `counter ${series}`);
      });
    return numbered;
  }
}

function numberOf(prefix: string, year: number, count: number): string {
  return `${prefix}-${year}-${String(count).padStart(5, '0')}`;
}
