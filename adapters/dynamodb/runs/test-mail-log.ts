import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CivilDate } from '../../../domain/calendar.ts';
import { forgottenAt } from './run-item.ts';
import { testMailKey, TestMailReader } from './test-mail-reader.ts';

/** Notes which test mails SES has delivered. */
export class TestMailLog extends TestMailReader {
  async noteDelivered(mailId: string, on: CivilDate): Promise<void> {
    const Item = { ...testMailKey(mailId), expiresAt: forgottenAt(on) };
    await this.documents.send(new PutCommand({ TableName: this.table, Item }));
  }
}
