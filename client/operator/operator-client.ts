import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import { type Answer, SignedUrl } from '../../adapters/lambda/signed-url.ts';
import { type AnswerOf, answerSchemas, responseSchema } from '../../contracts/operator/answers.ts';
import type { Operation, OperationOf } from '../../contracts/operator/operations.ts';
import { mostBytes, type OperatorRequest } from '../../contracts/operator/request.ts';
import { version } from '../../contracts/deployment/version.ts';
import { NoAnswer, Refusal } from './errors.ts';

type Asked<Kind extends Operation['kind']> = Omit<OperationOf<Kind>, 'kind'>;

const attempts = 5;
/** A little more than the function has. */
const timeoutMilliseconds = 65_000;
const firstPauseMilliseconds = 200;
const longestPauseMilliseconds = 5_000;

/**
 * Sends an operator's requests to the deployed operator function, signed with the caller's credentials. Each request has
 * an id and is repeated under it until there is an answer. Every method throws `Refusal` if nothing was done, and
 * `NoAnswer` if something may have been done.
 */
export class OperatorClient {
  readonly #url: SignedUrl;
  readonly #person: string | undefined;

  /** @param person who asks, if the deployed console asks for them; nobody else may name one */
  constructor(address: string, person?: string) {
    this.#url = new SignedUrl(address);
    this.#person = person;
  }

  /**
   * Applies a command to a licence and sends the mails that it calls for; as a dry run it changes nothing.
   * @param requestId a UUID: under the id of an earlier request it changes nothing and is answered the same
   */
  command(asked: Asked<'command'>, requestId?: string): Promise<AnswerOf<'command'>> {
    return this.#perform({ kind: 'command', ...asked }, answerSchemas.command, requestId);
  }

  /** Records that an address that sent mail back takes mail again. */
  clearAddress(asked: Asked<'clear-address'>, requestId?: string): Promise<AnswerOf<'clear-address'>> {
    return this.#perform({ kind: 'clear-address', ...asked }, answerSchemas['clear-address'], requestId);
  }

  /** Sends a held mail, or a sent one once more. */
  sendMail(asked: Asked<'send-mail'>, requestId?: string): Promise<AnswerOf<'send-mail'>> {
    return this.#perform({ kind: 'send-mail', ...asked }, answerSchemas['send-mail'], requestId);
  }

  /** A mail as it was sent, with its recipients. */
  showMail(asked: Asked<'show-mail'>): Promise<AnswerOf<'show-mail'>> {
    return this.#perform({ kind: 'show-mail', ...asked }, answerSchemas['show-mail']);
  }

  /** Writes rows of an import; a result for each, in their order. */
  import(asked: Asked<'import'>): Promise<AnswerOf<'import'>> {
    return this.#perform({ kind: 'import', ...asked }, answerSchemas.import);
  }

  /** Books payments that came in, or puts them into the list of those that wait; a result for each, in their order. */
  takePayments(asked: Asked<'take-payments'>): Promise<AnswerOf<'take-payments'>> {
    return this.#perform({ kind: 'take-payments', ...asked }, answerSchemas['take-payments']);
  }

  /** Books a payment that waits. */
  assignPayment(asked: Asked<'assign-payment'>, requestId?: string): Promise<AnswerOf<'assign-payment'>> {
    return this.#perform({ kind: 'assign-payment', ...asked }, answerSchemas['assign-payment'], requestId);
  }

  /** Takes a payment that is for no licence off the list. */
  dismissPayment(asked: Asked<'dismiss-payment'>, requestId?: string): Promise<AnswerOf<'dismiss-payment'>> {
    return this.#perform({ kind: 'dismiss-payment', ...asked }, answerSchemas['dismiss-payment'], requestId);
  }

  /** Begins the restore of a backup, or goes on with it. */
  beginRestore(asked: Asked<'begin-restore'>): Promise<AnswerOf<'begin-restore'>> {
    return this.#perform({ kind: 'begin-restore', ...asked }, answerSchemas['begin-restore']);
  }

  /** Writes rows of a backup; a result for each, in their order. */
  restore(asked: Asked<'restore'>): Promise<AnswerOf<'restore'>> {
    return this.#perform({ kind: 'restore', ...asked }, answerSchemas.restore);
  }

  /** Ends the restore of a backup. */
  endRestore(asked: Asked<'end-restore'>): Promise<AnswerOf<'end-restore'>> {
    return this.#perform({ kind: 'end-restore', ...asked }, answerSchemas['end-restore']);
  }

  /** Starts a run of a plan. */
  run(asked: Asked<'run'>, requestId?: string): Promise<AnswerOf<'run'>> {
    return this.#perform({ kind: 'run', ...asked }, answerSchemas.run, requestId);
  }

  /** Sends a mail from the sender of a plan to SES's simulator. */
  sendTestMail(asked: Asked<'test-mail'>): Promise<AnswerOf<'test-mail'>> {
    return this.#perform({ kind: 'test-mail', ...asked }, answerSchemas['test-mail']);
  }

  /** Starts the workflow that publishes an update. */
  publishUpdate(asked: Asked<'publish-update'>): Promise<AnswerOf<'publish-update'>> {
    return this.#perform({ kind: 'publish-update', ...asked }, answerSchemas['publish-update']);
  }

  /** Changes some fields of a customer; as a dry run it changes nothing. */
  editCustomer(asked: Asked<'edit-customer'>, requestId?: string): Promise<AnswerOf<'edit-customer'>> {
    return this.#perform({ kind: 'edit-customer', ...asked }, answerSchemas['edit-customer'], requestId);
  }

  /** Brings some licences in line with their customer. */
  followCustomer(asked: Asked<'follow-customer'>): Promise<AnswerOf<'follow-customer'>> {
    return this.#perform({ kind: 'follow-customer', ...asked }, answerSchemas['follow-customer']);
  }

  /** Has a customer take the place of another one; as a dry run it changes nothing. */
  mergeCustomers(asked: Asked<'merge-customers'>, requestId?: string): Promise<AnswerOf<'merge-customers'>> {
    return this.#perform({ kind: 'merge-customers', ...asked }, answerSchemas['merge-customers'], requestId);
  }

  /** Erases personal data of some licences, and with the last those of their customer; as a dry run it changes nothing. */
  eraseCustomer(asked: Asked<'erase-customer'>): Promise<AnswerOf<'erase-customer'>> {
    return this.#perform({ kind: 'erase-customer', ...asked }, answerSchemas['erase-customer']);
  }

  /** Adds a note on a customer. */
  noteCustomer(asked: Asked<'note-customer'>, requestId?: string): Promise<AnswerOf<'note-customer'>> {
    return this.#perform({ kind: 'note-customer', ...asked }, answerSchemas['note-customer'], requestId);
  }

  async #perform<Schema extends z.ZodMiniType>(
    operation: Operation,
    schema: Schema,
    requestId: string = randomUUID(),
  ): Promise<z.infer<Schema>> {
    const request: OperatorRequest = { requestId, clientVersion: version, person: this.#person, operation };
    const json = JSON.stringify(request);
    if (Buffer.byteLength(json) > mostBytes) {
      throw new Refusal(`The request has more than ${mostBytes} bytes. Send less at once.`);
    }
    const { status, body } = await postUntilAnswered(this.#url, json);
    if (status === 403) {
      throw new Refusal(
        `Your credentials may not call the operator function (${body}). Attach the managed policy PerennialOperators of the region to your role.`,
      );
    }
    const response = responseSchema.safeParse(parsedJson(body));
    if (!response.success) {
      throw new NoAnswer(
        `The operator function failed with status ${status}; its log has the reason. Check the licence before you repeat the command.`,
      );
    }
    switch (response.data.outcome) {
      case 'done':
        return schema.parse(response.data.answer);
      case 'refused':
        throw new Refusal(response.data.reason);
      case 'busy':
        throw new NoAnswer(
          `${response.data.reason} The command may have been carried out: check the licence before you repeat it.`,
        );
    }
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Posts a request until there is an answer, five times at the most, each time after a longer pause. The request has an
 * id, so that one that was carried out although its answer was lost is not carried out again.
 * @throws NoAnswer where there is none
 */
async function postUntilAnswered(url: SignedUrl, body: string): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await post(url, body);
    const isFinal = !(answer instanceof Error) && !isToBeRepeated(answer);
    if (isFinal) return answer;
    if (attempt === attempts) {
      if (!(answer instanceof Error)) return answer;
      throw new NoAnswer(
        `There was no answer after ${attempts} attempts (${causeOf(answer)}). The command may have been carried out: check the licence before you repeat it.`,
        { cause: answer },
      );
    }
    // Clients that were refused at the same time try again at different times.
    await pause(Math.random() * Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** attempt));
  }
}

/** Too many requests, or an error of the function or the service. */
function isToBeRepeated({ status }: Answer): boolean {
  return status === 429 || status >= 500;
}

async function post(url: SignedUrl, body: string): Promise<Answer | Error> {
  try {
    return await url.post(body, AbortSignal.timeout(timeoutMilliseconds));
  } catch (error) {
    // Without credentials or a region nothing is sent, and nothing is gained by another attempt.
    if (!(error instanceof TypeError) && !isTimeout(error)) throw error;
    return error;
  }
}

function isTimeout(error: unknown): error is Error {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** `fetch` says why it failed in its error's cause. */
function causeOf(error: Error): string {
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? String(cause.code) : cause.message;
}
