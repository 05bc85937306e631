import type { AcceptedMail } from '../services/ses.ts';
import type { Random } from '../../../local/weather/random.ts';
import type { Sky } from './sky.ts';
import type { World } from './world.ts';

type Member = Readonly<Record<string, unknown>>;

/** Something that SES says of a mail, and when a function took it; unset: none has, yet or ever. */
export interface Report {
  readonly mail: AcceptedMail;
  /** Whether the mail came back for good. */
  readonly isReturn: boolean;
  takenAt?: number;
}

/** What SES says on the bus of each mail: after a while, late, twice, out of order or never, as the weather is. */
export class Feedback {
  readonly reports: Report[] = [];
  readonly #world: World;
  readonly #sky: Sky;
  readonly #handOver: (event: unknown) => Promise<boolean>;
  readonly #byEvent = new Map<unknown, Report>();

  constructor(world: World, sky: Sky, handOver: (event: unknown) => Promise<boolean>) {
    this.#world = world;
    this.#sky = sky;
    this.#handOver = handOver;
  }

  /** Has SES say what comes of a mail that it has accepted. */
  follow(mail: AcceptedMail): void {
    const sky = this.#sky;
    const { weather } = sky;
    const chance = this.#world.random.of(`feedback on ${nameOf(mail)}`);
    for (const { type, isReturn, event } of feedbackOn(this.#world.now, sky, mail)) {
      const name = `${type} of ${nameOf(mail)}`;
      const report: Report = { mail, isReturn };
      this.reports.push(report);
      this.#byEvent.set(event, report);
      if (sky.happens('feedback lost', `${name} is lost`, weather.feedbackLost)) continue;
      const copies = sky.happens('feedback twice', `${name} comes twice`, weather.feedbackTwice) ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        const isLate = sky.happens('feedback late', `${name} comes late (${copy})`, weather.feedbackLate);
        const delay = isLate ? lateBy(chance) : chance.between(200, 20_000);
        this.#world.start(delay, async () => {
          if (await this.#handOver(event)) this.noteTaken(event);
        });
      }
    }
  }

  /** Notes that a function has taken a report, at once or when it was handed over again from the dead letters. */
  noteTaken(event: unknown): void {
    const report = this.#byEvent.get(event);
    if (report !== undefined) report.takenAt ??= this.#world.now;
  }
}

const hour = 3_600_000;

/** In milliseconds: mostly within the hour, now and then after some hours, or after days. */
function lateBy(chance: Random): number {
  const [from, to] = chance.pick([
    [60_000, hour],
    [60_000, hour],
    [hour, 8 * hour],
    [8 * hour, 72 * hour],
  ] as const);
  return chance.between(from, to);
}

/** A mail and the attempt at it. */
function nameOf({ tags }: AcceptedMail): string {
  return `${tags['mail'] ?? ''} (${tags['attempt'] ?? ''})`;
}

interface SesReport {
  readonly type: string;
  readonly isReturn: boolean;
  readonly event: Member;
}

function feedbackOn(now: number, sky: Sky, mail: AcceptedMail): readonly SesReport[] {
  const { weather } = sky;
  const timestamp = new Date(now).toISOString();
  const [first = ''] = mail.destinations;
  const name = nameOf(mail);
  const event = (eventType: string, detailType: string, members: Member) => {
    const detail = { eventType, ...members, mail: mailMember(mail, timestamp) };
    const id = `${mail.messageId}-${eventType}`;
    return {
      type: eventType,
      isReturn: false,
      event: { id, source: 'aws.ses', 'detail-type': detailType, time: timestamp, detail },
    };
  };
  const isDelayed = sky.happens('delivery delayed', `${name} is delayed`, weather.deliveryDelay);
  const delayed = isDelayed ? [event('DeliveryDelay', 'Email Delivery Delayed', {})] : [];
  const forGood = event('Bounce', 'Email Bounced', bounce('Permanent', first, timestamp));
  const returned = { ...forGood, isReturn: true };
  if (sky.happens('hard bounce', `${name} bounces for good`, weather.hardBounce))
    return [...delayed, returned];
  if (sky.happens('soft bounce', `${name} bounces for the moment`, weather.softBounce))
    return [...delayed, event('Bounce', 'Email Bounced', bounce('Transient', first, timestamp))];
  const delivery = { delivery: { timestamp, recipients: mail.destinations } };
  const delivered = event('Delivery', 'Email Delivered', delivery);
  if (sky.happens('bounce after delivery', `${name} is sent back later`, weather.bounceAfterDelivery))
    return [...delayed, delivered, returned];
  if (!sky.happens('complaint', `${name} is complained about`, weather.complaint))
    return [...delayed, delivered];
  const complaint = {
    complainedRecipients: [
      { emailAddress: sky.world.random.of(`who complains of ${name}`).pick(mail.destinations) },
    ],
    complaintFeedbackType: 'abuse',
    timestamp,
  };
  return [...delayed, delivered, event('Complaint', 'Email Complaint Received', { complaint })];
}

function bounce(bounceType: string, address: string, timestamp: string): Member {
  return {
    bounce: {
      bounceType,
      bounceSubType: 'General',
      bouncedRecipients: [
        { emailAddress: address, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550' },
      ],
      timestamp,
    },
  };
}

function mailMember(mail: AcceptedMail, timestamp: string): Member {
  return {
    timestamp,
    messageId: mail.messageId,
    source: mail.source,
    destination: mail.destinations,
    headersTruncated: false,
    tags: Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
  };
}
