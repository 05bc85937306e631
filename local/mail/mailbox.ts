import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const mail = z.object({
  messageId: z.string(),
  /** Path of the raw message. */
  file: z.string(),
  source: z.string().optional(),
  /** Addresses of the envelope; empty where the message's own headers hold. */
  destinations: z.array(z.string()),
  tags: z.record(z.string(), z.string()),
  configurationSet: z.string().optional(),
});

/** A mail that SES has accepted. */
export type Mail = Readonly<z.infer<typeof mail>>;

/** The mails that SES has accepted: each raw message as a file, and an index of them all. */
export class Mailbox {
  readonly #folder: string;
  readonly #index: string;
  readonly #mails: Mail[];

  /** @param folder where the messages lie, also those of earlier runs; made if need be */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#index = join(folder, 'index.jsonl');
    appendFileSync(this.#index, '');
    const lines = readFileSync(this.#index, 'utf8').split('\n').filter(Boolean);
    this.#mails = lines.map((line) => mail.parse(JSON.parse(line)));
  }

  /** All mails in the order in which they were accepted. */
  list(): readonly Mail[] {
    return [...this.#mails];
  }

  /** Keeps a mail. @param raw the message, written as it is to `MESSAGEID.eml` */
  add(accepted: Omit<Mail, 'file'>, raw: Buffer): void {
    const file = join(this.#folder, `${accepted.messageId}.eml`);
    writeFileSync(file, raw);
    const kept = { ...accepted, file };
    this.#mails.push(kept);
    appendFileSync(this.#index, `${JSON.stringify(kept)}\n`);
  }
}
