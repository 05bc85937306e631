import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import type { Documents } from '../table/document-client.ts';
import { applies } from '../table/faults.ts';

/** No plan has a name like this. */
const planId = '#portal';

/** Which sessions of the customer's page were ended, and who was sent a link lately: in table `Runs`, for as long as it matters. */
export class PortalLog {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.runsTable);
  }

  /** Ends a session. @param until when it would have ended by itself, in milliseconds since 1970 */
  async endSession(sessionId: string, until: number): Promise<void> {
    const Item = { planId, run: sessionKey(sessionId), expiresAt: secondAfter(until) };
    await this.documents.send(new PutCommand({ TableName: this.table, Item }));
  }

  async hasEnded(sessionId: string): Promise<boolean> {
    const { Item } = await this.documents.send(
      new GetCommand({
        TableName: this.table,
        Key: { planId, run: sessionKey(sessionId) },
        ConsistentRead: true,
      }),
    );
    return Item !== undefined;
  }

  /**
   * Whether a link may be sent to an address: false where one was, less than `pause` ago. The first of two that ask at the
   * same time gets it.
   * @param code what stands for the address
   * @param now in milliseconds since 1970, as `pause` is in milliseconds
   */
  async claimLink(code: string, now: number, pause: number): Promise<boolean> {
    const until = now + pause;
    return applies(
      this.documents.send(
        new PutCommand({
          TableName: this.table,
          Item: { planId, run: `link#${code}`, until, expiresAt: secondAfter(until) },
          ConditionExpression: 'attribute_not_exists(planId) OR #until <= :now',
          ExpressionAttributeNames: { '#until': 'until' },
          ExpressionAttributeValues: { ':now': now },
        }),
      ),
    );
  }
}

function sessionKey(sessionId: string): string {
  return `session#${sessionId}`;
}

/** When DynamoDB may delete it, in seconds since 1970. */
function secondAfter(milliseconds: number): number {
  return Math.ceil(milliseconds / 1000) + 1;
}
