import type { AcceptedMail } from '../services/ses.ts';
import type { Sky } from './sky.ts';
import type { World } from './world.ts';

type Member = Readonly<Record<string, unknown>>;

/** Where feedback comes from and goes to. */
interface Bus {
  readonly world: World;
  readonly sky: Sky;
  handOver(handler: 'mail-feedback', event: unknown): Promise<void>;
}

/** Lets SES say on the bus what becomes of a mail: after a while, late, twice or never, as the weather is. */
export function tellOfMail(bus: Bus, mail: AcceptedMail): void {
  const { world, sky } = bus;
  const { random } = world;
  const { weather } = sky;
  for (const event of feedbackOn(bus, mail)) {
    if (random.is(weather.feedbackLost)) {
      sky.count('feedback-lost', undefined);
      continue;
    }
    const copies = random.is(weather.feedbackTwice) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const delay = random.is(weather.feedbackLate)
        ? random.between(60_000, 7_200_000)
        : random.between(200, 20_000);
      world.after(delay, () => {
        void bus.handOver('mail-feedback', event);
      });
    }
  }
}

function feedbackOn({ world, sky }: Bus, mail: AcceptedMail): readonly Member[] {
  const { random } = world;
  const { weather } = sky;
  const timestamp = new Date(world.now).toISOString();
  const [first = ''] = mail.destinations;
  const event = (eventType: string, detailType: string, members: Member): Member => ({
    id: `${mail.messageId}-${eventType}`,
    source: 'aws.ses',
    'detail-type': detailType,
    time: timestamp,
    detail: { eventType, ...members, mail: mailMember(mail, timestamp) },
  });
  const sent = event('Send', 'Email Sent', { send: {} });
  if (random.is(weather.hardBounce))
    return [sent, event('Bounce', 'Email Bounced', bounce('Permanent', first, timestamp))];
  if (random.is(weather.softBounce))
    return [sent, event('Bounce', 'Email Bounced', bounce('Transient', first, timestamp))];
  const delivery = { delivery: { timestamp, recipients: mail.destinations } };
  const delivered = event('Delivery', 'Email Delivered', delivery);
  if (!random.is(weather.complaint)) return [sent, delivered];
  const complaint = {
    complainedRecipients: [{ emailAddress: random.pick(mail.destinations) }],
    complaintFeedbackType: 'abuse',
    timestamp,
  };
  return [sent, delivered, event('Complaint', 'Email Complaint Received', { complaint })];
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
