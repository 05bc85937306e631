import type { FeedbackWeather } from '../ses/treatment.ts';
import type { Fate } from '../ses/feedback.ts';
import type { Envelope } from '../ses/mailbox.ts';
import type { Clock } from '../shared/clock.ts';
import type { Random } from './random.ts';
import type { Weather } from './weather.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How often this machine looks for what has become due while the clock goes on. */
const lookMs = 1_000;

interface Late {
  /** In milliseconds since 1970, by the clock of the cloud. */
  readonly at: number;
  readonly arrive: () => Promise<void>;
}

/** What comes of mails, and SES's reports on them: late, twice, out of order or never, as the weather is. */
export class MailsUnderWeather implements FeedbackWeather {
  readonly #weather: Weather;
  readonly #clock: Clock;
  #late: Late[] = [];

  constructor(weather: Weather, clock: Clock) {
    this.#weather = weather;
    this.#clock = clock;
  }

  readonly fateOf: FeedbackWeather['fateOf'] = (mail) => {
    const name = nameOf(mail);
    const fates: readonly Fate[] = [
      'bounced for good',
      'bounced for now',
      'sent back after delivery',
      'complained about',
    ];
    const fate = fates.find((each) => this.#weather.happens(each, name));
    return { fate, isDelayed: this.#weather.happens('delivery delayed', name) };
  };

  readonly carry: FeedbackWeather['carry'] = async (mail, type, handOver) => {
    const weather = this.#weather;
    const name = `${type} of ${nameOf(mail)}`;
    if (weather.happens('feedback lost', name)) return [];
    const copies = weather.happens('feedback twice', name) ? ['once', 'again'] : ['once'];
    const handled: Promise<void>[] = [];
    for (const copy of copies) {
      const isLate = weather.happens('feedback late', `${name} ${copy}`);
      if (isLate) handled.push(this.#later(lateBy(weather.of(`how late ${name} ${copy}`)), handOver));
      else handled.push((await handOver()).handled);
    }
    return handled;
  };

  /** Has every late report arrive that is due by the clock; what they lead to has been handled then. */
  async arrive(until = this.#clock.now()): Promise<void> {
    const due = this.#late.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
    this.#late = this.#late.filter((each) => !due.includes(each));
    for (const { arrive } of due) await arrive();
  }

  /** Lets late reports arrive by themselves while the clock goes on. Gives what ends that. */
  arriveInTime(): () => void {
    const timer = setInterval(() => {
      if (!this.#clock.isStopped) void this.arrive();
    }, lookMs);
    timer.unref();
    return () => {
      clearInterval(timer);
    };
  }

  #later(milliseconds: number, handOver: Parameters<FeedbackWeather['carry']>[2]): Promise<void> {
    return new Promise((resolve, reject) => {
      const arrive = async () => {
        const { handled } = await handOver();
        handled.then(resolve, reject);
      };
      this.#late.push({ at: this.#clock.now() + milliseconds, arrive });
    });
  }
}

/** A mail and the attempt at it; what has no tags is known by its recipients. */
function nameOf({ tags, destinations }: Envelope): string {
  const { mail, attempt } = tags;
  return mail === undefined ? destinations.join(' ') : `${mail} (${attempt ?? ''})`;
}

/** In milliseconds: mostly within the hour, now and then after some hours, or after days. */
function lateBy(random: Random): number {
  const [from, to] = random.pick([
    [minute, hour],
    [minute, hour],
    [hour, 8 * hour],
    [8 * hour, 72 * hour],
  ] as const);
  return random.between(from, to);
}
