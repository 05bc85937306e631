import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { JsonLines } from '../shared/json-lines.ts';

const indexed = z.object({
  messageId: z.string(),
  source: z.string().optional(),
  /** Addresses of the envelope; empty where the message's own headers hold. */
  destinations: z.array(z.string()),
  tags: z.record(z.string(), z.string()),
  configurationSet: z.string().optional(),
});

/** What is known of a mail apart from its raw message. */
export type Envelope = Readonly<z.infer<typeof indexed>>;

/** A mail that SES has accepted. */
export interface Mail extends Envelope {
  /** Path of the raw message. */
  readonly file: string;
}

/** The mails that SES has accepted: each raw message as a file, and an index of them all. */
export class Mailbox {
  readonly #folder: string;
  readonly #index: JsonLines<Envelope>;
  readonly #mails: Mail[];
  readonly #reported: JsonLines<string>;

  /** @param folder where the messages lie, also those of earlier runs; made if need be */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#index = new JsonLines(join(folder, 'index.jsonl'), indexed);
    this.#mails = this.#index.read().map((envelope) => this.#mail(envelope));
    this.#reported = new JsonLines(join(folder, 'reported.jsonl'), z.string());
  }

  /** The mails that feedback is still to report on. */
  unreported(): readonly Mail[] {
    const reported = new Set(this.#reported.read());
    return this.#mails.filter(({ messageId }) => !reported.has(messageId));
  }

  /** Notes that feedback has reported on a mail, or never will. */
  noteReport({ messageId }: Mail): void {
    this.#reported.add(messageId);
  }

  /** All mails in the order in which they were accepted. */
  list(): readonly Mail[] {
    return this.#mails;
  }

  /** Keeps a mail and gives it. @param raw the message, written as it is to `MESSAGEID.eml` */
  add(envelope: Envelope, raw: Buffer): Mail {
    const mail = this.#mail(envelope);
    writeFileSync(mail.file, raw);
    this.#index.add(envelope);
    this.#mails.push(mail);
    return mail;
  }

  #mail(envelope: Envelope): Mail {
    return { ...envelope, file: join(this.#folder, `${envelope.messageId}.eml`) };
  }
}
