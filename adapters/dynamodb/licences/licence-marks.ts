import { GetCommand, PutCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CivilDate } from '../../../domain/calendar.ts';
import { applies, orLostRace } from '../table/faults.ts';
import { licenceKey, type Parked } from './licence-item.ts';
import { LicenceReader } from './licence-reader.ts';
import { onlyOnce } from './only-once.ts';
import { type CarriedOutRequest, requestFrom, requestItem, requestKey } from './request-item.ts';

type ParkingUpdate = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'
>;

/** What is noted of licences beside their events: which requests were carried out, and which licences are parked. */
export class LicenceMarks extends LicenceReader {
  /** A request that was carried out on a licence; undefined where there is none of this id. */
  async findRequest(licenceId: string, requestId: string): Promise<CarriedOutRequest | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({
        TableName: this.table,
        Key: requestKey(licenceId, requestId),
        ConsistentRead: true,
      }),
    );
    return Item && requestFrom(licenceId, Item);
  }

  /** Notes a request that made no event. Throws `ConcurrentChange` where it is noted already. */
  async noteRequest(licenceId: string, request: CarriedOutRequest): Promise<void> {
    const put = new PutCommand({ TableName: this.table, ...onlyOnce(requestItem(licenceId, request)) });
    await this.documents.send(put).catch((error: unknown) => {
      throw orLostRace(error, `licence ${licenceId}`);
    });
  }

  /** Leaves a licence out of the runs. Reads nothing of it, so that one that cannot be read can be parked. */
  async park(licenceId: string, parked: Parked): Promise<void> {
    await this.markParked(licenceId, {
      UpdateExpression: 'SET parked = :parked, stalledIn = planPartition REMOVE dueOn',
      ConditionExpression: 'attribute_exists(licenceId)',
      ExpressionAttributeValues: { ':parked': parked },
    });
  }

  /** Lets the run of day `on` take up a parked licence again; changes nothing where it is not parked. */
  async unpark(licenceId: string, on: CivilDate): Promise<void> {
    await this.markParked(licenceId, {
      UpdateExpression: 'SET dueOn = :on REMOVE parked, stalledIn',
      ConditionExpression: 'attribute_exists(parked)',
      ExpressionAttributeValues: { ':on': on },
    });
  }

  private async markParked(licenceId: string, update: ParkingUpdate): Promise<void> {
    const command = new UpdateCommand({ TableName: this.table, Key: licenceKey(licenceId), ...update });
    await applies(this.documents.send(command));
  }
}
