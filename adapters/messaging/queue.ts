import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** A queue of SQS. */
export class Queue {
  private readonly client = new SQSClient();
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async put(text: string): Promise<void> {
    await this.client.send(new SendMessageCommand({ QueueUrl: this.url, MessageBody: text }));
  }
}
