import * as z from 'zod/mini';
import { addDays, type CivilDate, dayIn } from '../../domain/calendar.ts';
import { Refusal } from '../operator/errors.ts';
import { type Fired, firedSchema, readFired } from './fired.ts';

/** How the clock of an embedded cloud stands. */
export interface ClockReading {
  /** An instant in UTC. */
  readonly now: string;
  /** The clock's date, in UTC. */
  readonly date: CivilDate;
  /** Whether it was moved; otherwise it is the clock of this machine. */
  readonly isMoved: boolean;
}

/** A day that has passed on the clock, with what its schedules did, in order. */
export interface PassedDay {
  readonly date: CivilDate;
  readonly fired: readonly Fired[];
}

const path = '/clock';
/** The cloud answers at once, unless it is busy with a move. */
const patience = 5000;

const readingSchema = z.object({ now: z.iso.datetime(), isMoved: z.boolean() });
const movedSchema = z.object({ fired: z.array(firedSchema) });
const refusedSchema = z.object({ message: z.string() });

/** The clock of the embedded cloud that the environment points to. Nobody can move the clock of AWS. */
export class EmbeddedClock {
  readonly #address: URL;

  private constructor(address: URL) {
    this.#address = address;
  }

  /** The clock where AWS_ENDPOINT_URL is on this machine; undefined where commands go to AWS. */
  static in(environment: Readonly<Record<string, string | undefined>>): EmbeddedClock | undefined {
    const endpoint = environment['AWS_ENDPOINT_URL'];
    if (endpoint === undefined || !URL.canParse(endpoint)) return undefined;
    const address = new URL(path, endpoint);
    return ['127.0.0.1', 'localhost', '[::1]'].includes(address.hostname)
      ? new EmbeddedClock(address)
      : undefined;
  }

  /** Throws `Refusal` where nothing answers, or no embedded cloud. */
  async read(): Promise<ClockReading> {
    const answer = await this.#ask({ signal: AbortSignal.timeout(patience) });
    const reading = readingSchema.safeParse(await answer.json().catch(() => undefined));
    if (!answer.ok || !reading.success) {
      throw new Refusal(`${this.#address.origin} has no clock: it is not an embedded cloud of this version.`);
    }
    return { ...reading.data, date: dayIn('UTC', reading.data.now) };
  }

  /**
   * Moves the clock day by day to a date and fires every schedule in between; yields each day when its runs have ended.
   * Throws `Refusal` for a date that is past.
   */
  async *moveTo(date: CivilDate): AsyncGenerator<PassedDay, void> {
    const { date: today } = await this.read();
    let next = date <= today ? date : addDays(today, 1);
    for (; next <= date; next = addDays(next, 1)) yield { date: next, fired: await this.#pass(next) };
  }

  async #pass(to: CivilDate): Promise<readonly Fired[]> {
    const answer = await this.#ask({ method: 'POST', body: JSON.stringify({ to }) });
    const body: unknown = await answer.json();
    if (answer.ok) return movedSchema.parse(body).fired.map(readFired);
    throw new Refusal(refusedSchema.safeParse(body).data?.message ?? `The clock cannot be moved to ${to}.`);
  }

  async #ask(request: RequestInit): Promise<Response> {
    try {
      return await fetch(this.#address, request);
    } catch (error) {
      throw new Refusal(`${this.#address.origin} does not answer. Start \`npx perennial local\`.`, {
        cause: error,
      });
    }
  }
}

/** The instant by the clock of the cloud that the environment points to: AWS has the time of this machine. */
export async function timeOfCloud(
  environment: Readonly<Record<string, string | undefined>>,
  wallClock: string,
): Promise<string> {
  try {
    return (await EmbeddedClock.in(environment)?.read())?.now ?? wallClock;
  } catch (error) {
    // Whatever is wrong with the endpoint, the command itself says it better.
    if (error instanceof Refusal) return wallClock;
    throw error;
  }
}
