import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { applies } from '../table/faults.ts';
import { type Update, UpdateReader, updatesOf } from './update-reader.ts';

/** The updates that were published: table `Updates`. */
export class UpdateStore extends UpdateReader {
  /** Records an update. One that is there already keeps its day: `isNew` is false then. */
  async publish(update: Update): Promise<{ readonly isNew: boolean }> {
    const { planId, product, version, publishedOn } = update;
    const put = new PutCommand({
      TableName: this.table,
      Item: { planId, update: `${updatesOf(product)}${version}`, product, version, publishedOn },
      ConditionExpression: 'attribute_not_exists(planId)',
    });
    return { isNew: await applies(this.documents.send(put)) };
  }
}
