import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { ServiceAnswer, ServiceRequest } from '../endpoint/exchange.ts';
import type { Fauxqs } from '../shared/fauxqs.ts';
import { JsonLines } from '../shared/json-lines.ts';

const published = z.object({
  messageId: z.string(),
  topicArn: z.string(),
  /** Of the mail that subscribers by e-mail get. */
  subject: z.string().optional(),
  message: z.string(),
});

/** A message that was published to a topic. */
export type PublishedMessage = Readonly<z.infer<typeof published>>;

/** SNS: hands messages to queues by fauxqs, and keeps every one of them in a file, for whoever would get it as a mail. */
export class Topics {
  readonly #fauxqs: Fauxqs;
  readonly #published: JsonLines<PublishedMessage>;

  /** @param folder where the messages lie, also those of earlier runs; made if need be */
  constructor(folder: string, fauxqs: Fauxqs) {
    mkdirSync(folder, { recursive: true });
    this.#fauxqs = fauxqs;
    this.#published = new JsonLines(join(folder, 'messages.jsonl'), published);
  }

  async provideTopic(name: string): Promise<void> {
    await this.#fauxqs.askSns('CreateTopic', { Name: name });
  }

  /** Subscribes to a topic: a queue gets what is published, and an address is listed. */
  async subscribe(topicArn: string, protocol: string, endpoint: string): Promise<void> {
    await this.#fauxqs.askSns('Subscribe', { TopicArn: topicArn, Protocol: protocol, Endpoint: endpoint });
  }

  /** Every message, in the order in which they were published. */
  messages(): readonly PublishedMessage[] {
    return this.#published.read();
  }

  /** Answers a request to SNS. */
  async answer(request: ServiceRequest): Promise<ServiceAnswer> {
    const answer = await this.#fauxqs.answer(request);
    const form = new URLSearchParams(request.body.toString('utf8'));
    const messageId = /<MessageId>([^<]+)<\/MessageId>/.exec(answer.body.toString())?.[1];
    if (form.get('Action') === 'Publish' && answer.statusCode === 200 && messageId !== undefined) {
      const subject = form.get('Subject');
      this.#published.add({
        messageId,
        topicArn: form.get('TopicArn') ?? '',
        ...(subject !== null && { subject }),
        message: form.get('Message') ?? '',
      });
    }
    return answer;
  }
}
