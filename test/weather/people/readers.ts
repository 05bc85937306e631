import { addDays, type CivilDate } from '../../../domain/calendar.ts';
import type { AcceptedMail } from '../services/ses.ts';
import type { Deployment } from '../world/deployment.ts';
import { busyDay } from './busy-days.ts';

/** A reader who means to use the link in a mail that stops such mails. */
interface Planned {
  readonly day: CivilDate;
  /** In words that name no other. */
  readonly id: string;
  readonly link: string;
}

const choices = [
  'stop-licence',
  'stop-customer',
  'stop-copies',
  'resume-licence',
  'resume-customer',
] as const;
/** A reader tries a page so often that fails, some minutes apart. */
const attempts = 3;

/** Readers of mails. Some follow the link that stops reminders, offers and news. */
export class Readers {
  readonly #deployment: Deployment;
  #planned: Planned[] = [];
  #read = 0;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
  }

  get days(): readonly CivilDate[] {
    return this.#planned.map(({ day }) => day);
  }

  /** Has links followed at some hours of a day. */
  live(day: CivilDate): void {
    const { sky, world } = this.#deployment;
    const today = this.#planned.filter((planned) => planned.day === day);
    this.#planned = this.#planned.filter((planned) => planned.day > day);
    for (const { id, link } of today) {
      if (!sky.happens('stop link followed', id)) continue;
      world.start(world.random.of(`hour of ${id}`).between(0, 86_000_000), () => this.#follow(id, link));
    }
  }

  /** Plans what readers do about the mails that are new since `day` began. */
  answer(day: CivilDate): void {
    const { random } = this.#deployment.world;
    const { accepted } = this.#deployment.ses;
    for (const { tags, stopLink } of accepted.slice(this.#read)) {
      const id = `a reader of ${nameOf(tags)} follows its link`;
      const chance = random.of(id);
      if (stopLink === undefined || !chance.is(0.1)) continue;
      this.#planned.push({ day: busyDay(random, addDays(day, chance.between(1, 30))), id, link: stopLink });
    }
    this.#read = accepted.length;
  }

  async #follow(id: string, link: string): Promise<void> {
    const { world } = this.#deployment;
    const choice = world.random.of(`choice of ${id}`).pick(choices);
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      if (await this.#post(link, choice)) return;
      await world.sleep(300_000);
    }
  }

  /** Gives whether the page came. */
  async #post(link: string, choice: string): Promise<boolean> {
    const event = {
      queryStringParameters: { token: new URL(link).searchParams.get('token') },
      headers: {},
      body: `do=${choice}`,
      requestContext: { timeEpoch: this.#deployment.world.now, http: { method: 'POST' } },
    };
    try {
      await this.#deployment.call('unsubscribe', event, 60_000);
      return true;
    } catch {
      return false;
    }
  }
}

function nameOf(tags: AcceptedMail['tags']): string {
  return `${tags['mail'] ?? ''} (${tags['attempt'] ?? ''})`;
}
