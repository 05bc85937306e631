import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { environment } from '../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';

/** Most characters of an event that a message takes: of a longer one its beginning says whose it is. */
const longestEvent = 50_000;

/** The queue of the payments that could not be recorded, each with its reason, for somebody to look at. */
export class RejectedPayments {
  private readonly client = new SQSClient();
  private readonly queue: string;

  constructor(settings: Settings) {
    this.queue = setting(settings, environment.rejectedPaymentsQueue);
  }

  async put(reason: string, event: unknown): Promise<void> {
    const text = JSON.stringify(event);
    const kept = text.length <= longestEvent ? event : text.slice(0, longestEvent);
    await this.client.send(
      new SendMessageCommand({
        QueueUrl: this.queue,
        MessageBody: JSON.stringify({ reason, event: kept }),
      }),
    );
  }
}
