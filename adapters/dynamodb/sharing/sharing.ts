import type { PutCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Event } from '../../../domain/licence/events.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import type { Shared } from '../../../domain/licence/shared.ts';
import { isInReceipt, sharedKindOf, sharing } from '../../../domain/licence/sharing.ts';
import type { Numbering } from '../documents/numbering.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { type Head, type HeadKey, headKeyOf, type SharedHeads } from './shared-head.ts';
import { linesItem, type SharedLine } from './shared-line.ts';

/** What is put together. */
export interface PuttingTogether {
  /** Tells what is shared now from the rest of the day: empty for a run, the request for a command. */
  readonly occasion: string;
  /** Whether also licences share whose customer does not want everything together. */
  readonly all: boolean;
}

/** An event as it is recorded, with the number of the document that it is a line of. */
interface Recordable {
  readonly event: Event;
  readonly number: string | undefined;
}

/** A shared document or mail, as a transaction found it and adds to it. */
interface Joining {
  readonly key: HeadKey;
  /** Unset where there was none. */
  readonly found: Head | undefined;
  readonly shared: Shared;
  number: string | undefined;
  readonly lines: SharedLine[];
}

/** Puts what one transaction records together: the first licence that shares a document numbers it and sends its mail. */
export class Sharing {
  private readonly heads: SharedHeads;
  private readonly numbering: Numbering;
  private readonly putting: PuttingTogether | undefined;
  private readonly joined = new Map<string, Joining>();

  /** @param putting unset: nothing is shared */
  constructor(heads: SharedHeads, numbering: Numbering, putting: PuttingTogether | undefined) {
    this.heads = heads;
    this.numbering = numbering;
    this.putting = putting;
  }

  /**
   * The events of a licence, the first of them number `version`, each with what it shares.
   * @param before the licence before them; a new one shares nothing
   */
  async record(
    plan: Plan,
    before: Licence | undefined,
    events: readonly Event[],
    version: number,
  ): Promise<readonly Recordable[]> {
    const recorded: Recordable[] = [];
    let paying: Shared | undefined;
    for (const [index, event] of events.entries()) {
      if (paying !== undefined && isInReceipt(event)) {
        recorded.push({ event: sharing(event, paying), number: undefined });
        continue;
      }
      const joining = before && (await this.joining(plan, before, event, version + index));
      if (joining === undefined) {
        recorded.push({ event, number: await this.numbering.numberOf(plan, event) });
        continue;
      }
      const number = await this.numberOf(plan, joining, event);
      if (event.type === 'PaymentRecorded') paying = joining.shared;
      recorded.push({ event: sharing(event, joining.shared), number });
    }
    return recorded;
  }

  /** What must be written in the same transaction: the lines to table `Licences`, the heads to table `Numbers`. */
  written(): {
    readonly lines: readonly Record<string, unknown>[];
    readonly heads: readonly PutCommandInput[];
  } {
    const joined = [...this.joined.values()];
    return {
      lines: joined.map(({ shared, key, lines }) => linesItem(shared, key, lines)),
      heads: joined.map(({ key, shared, number, found }) => {
        const head = number === undefined ? { shared } : { shared, number };
        return this.heads.joining(key, head, found);
      }),
    };
  }

  private async joining(
    plan: Plan,
    { facts: { customerId, together } }: Licence,
    event: Event,
    version: number,
  ): Promise<Joining | undefined> {
    const kind = sharedKindOf(event);
    if (this.putting === undefined || kind === undefined) return undefined;
    if (!this.putting.all && together !== true) return undefined;
    const occasion = this.putting.occasion === '' ? kind : `${kind}#${this.putting.occasion}`;
    const key = headKeyOf({ planId: plan.id, customerId, on: event.date, kind: occasion });
    const name = `${key.series} ${key.first}`;
    const { licenceId } = event;
    const joining = this.joined.get(name) ?? (await this.joinOrBegin(key, { licenceId, version }));
    this.joined.set(name, joining);
    joining.lines.push({ licenceId, version });
    return joining;
  }

  /** The one that was begun and is not sealed; otherwise another begins with this event. */
  private async joinOrBegin(key: HeadKey, first: Shared): Promise<Joining> {
    const found = await this.heads.find(key);
    const open = found?.sealed === true ? undefined : found;
    return { key, found, shared: open?.shared ?? first, number: open?.number, lines: [] };
  }

  private async numberOf(plan: Plan, joining: Joining, event: Event): Promise<string | undefined> {
    joining.number ??= await this.numbering.numberOf(plan, event);
    return joining.number;
  }
}
