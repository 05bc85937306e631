import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { SignedUrl } from '../../adapters/lambda/signed-url.ts';
import { type AnswerOf, answerSchemas, responseSchema } from '../../contracts/operator/answers.ts';
import type { Operation, OperationOf } from '../../contracts/operator/operations.ts';
import { mostBytes, type OperatorRequest } from '../../contracts/operator/request.ts';
import { version } from '../../contracts/deployment/version.ts';
import { NoAnswer, Refusal } from './errors.ts';
import { postUntilAnswered } from './attempts.ts';

type Asked<Kind extends Operation['kind']> = Omit<OperationOf<Kind>, 'kind'>;

/**
 * Sends an operator's requests to the deployed operator function, signed with the caller's credentials. Each request has
 * an id and is repeated under it until there is an answer. Every method throws `Refusal` if nothing was done, and
 * `NoAnswer` if something may have been done.
 */
export class OperatorClient {
  readonly #url: SignedUrl;

  constructor(address: string) {
    this.#url = new SignedUrl(address);
  }

  /** Applies a command to a licence and sends the mails that it calls for; as a dry run it changes nothing. */
  command(asked: Asked<'command'>): Promise<AnswerOf<'command'>> {
    return this.#perform({ kind: 'command', ...asked }, answerSchemas.command);
  }

  /** Records that an address that sent mail back takes mail again. */
  clearAddress(asked: Asked<'clear-address'>): Promise<AnswerOf<'clear-address'>> {
    return this.#perform({ kind: 'clear-address', ...asked }, answerSchemas['clear-address']);
  }

  /** Sends a held mail, or a sent one once more. */
  sendMail(asked: Asked<'send-mail'>): Promise<AnswerOf<'send-mail'>> {
    return this.#perform({ kind: 'send-mail', ...asked }, answerSchemas['send-mail']);
  }

  /** Writes rows of an import; a result for each, in their order. */
  import(asked: Asked<'import'>): Promise<AnswerOf<'import'>> {
    return this.#perform({ kind: 'import', ...asked }, answerSchemas.import);
  }

  /** Starts a run of a plan. */
  run(asked: Asked<'run'>): Promise<AnswerOf<'run'>> {
    return this.#perform({ kind: 'run', ...asked }, answerSchemas.run);
  }

  /** Sends a mail from the sender of a plan to SES's simulator. */
  sendTestMail(asked: Asked<'test-mail'>): Promise<AnswerOf<'test-mail'>> {
    return this.#perform({ kind: 'test-mail', ...asked }, answerSchemas['test-mail']);
  }

  /** Starts the workflow that publishes an update. */
  publishUpdate(asked: Asked<'publish-update'>): Promise<AnswerOf<'publish-update'>> {
    return this.#perform({ kind: 'publish-update', ...asked }, answerSchemas['publish-update']);
  }

  async #perform<Schema extends z.ZodType>(operation: Operation, schema: Schema): Promise<z.infer<Schema>> {
    const request: OperatorRequest = { requestId: randomUUID(), clientVersion: version, operation };
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
