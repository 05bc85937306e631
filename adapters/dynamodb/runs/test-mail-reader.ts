import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import type { Documents } from '../table/document-client.ts';

/** No plan has a name like this. */
const partition = '#test-mail';

/** Where a test mail that SES delivered is noted. */
export function testMailKey(mailId: string): { planId: string; run: string } {
  return { planId: partition, run: mailId };
}

/** Which test mails SES has delivered, for whoever only looks: table `Runs`. */
export class TestMailReader {
  protected readonly documents: Documents;
  protected readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.runsTable);
  }

  /** Whether the feedback of SES has said that a test mail was delivered. */
  async isDelivered(mailId: string): Promise<boolean> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.table, Key: testMailKey(mailId), ConsistentRead: true }),
    );
    return Item !== undefined;
  }
}
