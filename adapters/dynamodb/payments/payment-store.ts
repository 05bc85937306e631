import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { orLostRace } from '../table/faults.ts';
import { type KeptPayment, paymentItem } from './payment-item.ts';
import { PaymentReader } from './payment-reader.ts';

/** The payments that came in: table `Payments`. */
export class PaymentStore extends PaymentReader {
  /**
   * Writes a payment after `before`, which is what the decision was made on; undefined for one that is new. Throws `ConcurrentChange`
   * where the table has something else by now.
   */
  async put(before: KeptPayment | undefined, after: Omit<KeptPayment, 'version'>): Promise<KeptPayment> {
    const kept = { ...after, version: (before?.version ?? 0) + 1 };
    const condition =
      before === undefined
        ? { ConditionExpression: 'attribute_not_exists(paymentId)' }
        : {
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': before.version },
          };
    const put = new PutCommand({ TableName: this.table, Item: paymentItem(kept), ...condition });
    await this.documents.send(put).catch((error: unknown) => {
      throw orLostRace(error, `payment ${after.payment.paymentId}`);
    });
    return kept;
  }
}
