import { type OperatorResponse, responseSchema } from '../../../contracts/operator/answers.ts';
import type { Operation } from '../../../contracts/operator/operations.ts';
import type { OperatorRequest } from '../../../contracts/operator/request.ts';
import { uuidOf } from '../../../local/shared/uuid.ts';
import type { Deployment } from '../world/deployment.ts';

/** What an operator has asked for, and every answer that arrived. */
export interface Asked {
  readonly requestId: string;
  readonly operation: Operation;
  readonly answers: Answer[];
}

type Answer = Pick<OperatorResponse, 'outcome'> & { readonly reason?: string; readonly answer?: unknown };

const attempts = 5;
const userArn = 'arn:aws:iam::000000000000:user/operator';

/** An operator who asks the real function by its URL, and again under the same id where no answer comes. */
export class Operator {
  readonly asked: Asked[] = [];
  readonly #deployment: Deployment;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
  }

  /**
   * Asks for an operation. `id` says in words what it is, and names no other request. Now and then an operator asks twice
   * although the first answer came.
   */
  async ask(id: string, operation: Operation): Promise<Answer | undefined> {
    const { sky, world } = this.#deployment;
    const asked: Asked = { requestId: uuidOf(id), operation, answers: [] };
    this.asked.push(asked);
    const answer = await this.#untilAnswered(id, asked);
    if (answer !== undefined && sky.happens('operator asks again', `${id}: again`, 0.05)) {
      await world.sleep(world.random.of(id).between(0, 600_000));
      await this.#untilAnswered(`${id} again`, asked);
    }
    return answer;
  }

  async #untilAnswered(id: string, { requestId, operation, answers }: Asked): Promise<Answer | undefined> {
    const { sky, world } = this.#deployment;
    const request: OperatorRequest = { requestId, clientVersion: 'simulation', operation };
    const body = JSON.stringify(request);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const answer = await this.#post(body);
      const name = `${id}: answer ${attempt} is lost`;
      const kind = `answer of ${operation.kind} lost`;
      const isLost = answer !== undefined && sky.happens(kind, name, sky.weather.operatorAnswerLost);
      if (answer !== undefined && !isLost) {
        answers.push(answer);
        if (answer.outcome !== 'busy') return answer;
      }
      await world.sleep(1000 * 2 ** attempt);
    }
    return undefined;
  }

  async #post(body: string): Promise<Answer | undefined> {
    const requestContext = { timeEpoch: this.#deployment.world.now, authorizer: { iam: { userArn } } };
    try {
      const answer = (await this.#deployment.call('operator', { body, requestContext }, 60_000)) as {
        readonly body: string;
      };
      return responseSchema.parse(JSON.parse(answer.body));
    } catch (error) {
      // The function failed or was killed: its URL answers with 502.
      this.#deployment.sky.trace(() => `the operator function failed: ${String(error)}`);
      this.#deployment.sky.count('operator function failed');
      return undefined;
    }
  }
}
