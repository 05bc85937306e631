import { environment } from '../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';
import type { Queue } from './queue.ts';

/** Most characters of an event that a message takes: of a longer one its beginning says whose it is. */
const longestEvent = 50_000;

/** The queue of the payments that could not be recorded, each with its reason, for somebody to look at. */
export class RejectedPayments {
  private readonly url: string;
  private opened: Promise<Queue> | undefined;

  constructor(settings: Settings) {
    this.url = setting(settings, environment.rejectedPaymentsQueue);
  }

  async put(reason: string, event: unknown): Promise<void> {
    const text = JSON.stringify(event);
    const kept = text.length <= longestEvent ? event : text.slice(0, longestEvent);
    const queue = await this.queue();
    await queue.put(JSON.stringify({ reason, event: kept }));
  }

  /** The SDK for SQS is loaded with the first: most payments are recorded. */
  private queue(): Promise<Queue> {
    this.opened ??= import('./queue.ts').then((library) => new library.Queue(this.url));
    return this.opened;
  }
}
