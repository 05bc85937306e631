import type { AcceptedMail } from '../services/ses.ts';
import type { Sky } from './sky.ts';
import type { World } from './world.ts';

type Member = Readonly<Record<string, unknown>>;

/** Something that SES says of a mail, and when a function took it; unset: none has, yet or ever. */
export interface Report {
  readonly mail: AcceptedMail;
  readonly type: string;
  takenAt?: number;
}

/** What SES says on the bus of each mail: after a while, late, twice, out of order or never, as the weather is. */
export class Feedback {
  readonly reports: Report[] = [];
  readonly #world: World;
  readonly #sky: Sky;
  readonly #handOver: (event: unknown) => Promise<boolean>;

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
    for (const [type, event] of feedbackOn(this.#world.now, sky, mail)) {
      const name = `${type} of ${nameOf(mail)}`;
      const report: Report = { mail, type };
      this.reports.push(report);
      if (sky.happens('feedback lost', `${name} is lost`, weather.feedbackLost)) continue;
      const copies = sky.happens('feedback twice', `${name} comes twice`, weather.feedbackTwice) ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        const isLate = sky.happens('feedback late', `${name} comes late (${copy})`, weather.feedbackLate);
        const delay = isLate ? chance.between(60_000, 7_200_000) : chance.between(200, 20_000);
        this.#world.start(delay, async () => {
          const isTaken = await this.#handOver(event);
          if (isTaken) report.takenAt ??= this.#world.now;
        });
      }
    }
  }
}

/** A mail and the attempt at it. */
function nameOf({ tags }: AcceptedMail): string {
  return `${tags['mail'] ?? ''} (${tags['attempt'] ?? ''})`;
}

function feedbackOn(now: number, sky: Sky, mail: AcceptedMail): readonly (readonly [string, Member])[] {
  const { weather } = sky;
  const timestamp = new Date(now).toISOString();
  const [first = ''] = mail.destinations;
  const name = nameOf(mail);
  const event = (eventType: string, detailType: string, members: Member) => {
    const detail = { eventType, ...members, mail: mailMember(mail, timestamp) };
    const id = `${mail.messageId}-${eventType}`;
    return [
      eventType,
      { id, source: 'aws.ses', 'detail-type': detailType, time: timestamp, detail },
    ] as const;
  };
  if (sky.happens('hard bounce', `${name} bounces for good`, weather.hardBounce))
    return [event('Bounce', 'Email Bounced', bounce('Permanent', first, timestamp))];
  if (sky.happens('soft bounce', `${name} bounces for the moment`, weather.softBounce))
    return [event('Bounce', 'Email Bounced', bounce('Transient', first, timestamp))];
  const delivery = { delivery: { timestamp, recipients: mail.destinations } };
  const delivered = event('Delivery', 'Email Delivered', delivery);
  if (!sky.happens('complaint', `${name} is complained about`, weather.complaint)) return [delivered];
  const complaint = {
    complainedRecipients: [
      { emailAddress: sky.world.random.of(`who complains of ${name}`).pick(mail.destinations) },
    ],
    complaintFeedbackType: 'abuse',
    timestamp,
  };
  return [delivered, event('Complaint', 'Email Complaint Received', { complaint })];
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
