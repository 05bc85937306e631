import { IndexLag } from '../dynamodb/index-lag.ts';
import type { Ask } from '../endpoint/in-memory.ts';
import type { AnswerFunction } from '../lambda/protocol.ts';
import { onTime, type ScheduleWeather } from '../scheduler/fire.ts';
import { asEver, type FeedbackWeather } from '../ses/treatment.ts';
import type { Clock } from '../shared/clock.ts';
import { MailsUnderWeather } from './mails.ts';
import { underWeather } from './requests.ts';
import { latenessUnder } from './schedules.ts';
import { Weather, type WeatherReport } from './weather.ts';

/** What the weather does to the services of a cloud. */
export interface CloudWeather {
  /** Has indexes lag behind, where they may. */
  readonly lag: IndexLag | undefined;
  /** How functions are answered, given how they would be. */
  readonly asked: (ask: Ask) => AnswerFunction;
  readonly feedback: FeedbackWeather;
  readonly schedules: ScheduleWeather;
  /** Has nothing go wrong any more, and everything that is late arrive. */
  readonly clear: () => Promise<void>;
  /** What has gone wrong so far; undefined where nothing can. */
  readonly report: () => WeatherReport | undefined;
  readonly stop: () => void;
}

/** Makes the weather over a cloud. @param seed undefined for calm: nothing goes wrong */
export function weatherOver(seed: number | undefined, clock: Clock): CloudWeather {
  if (seed === undefined) return calm;
  const weather = new Weather(seed);
  const lag = new IndexLag(() => clock.passing());
  const mails = new MailsUnderWeather(weather, clock);
  return {
    lag,
    asked: (ask) => underWeather(ask, weather, lag),
    feedback: mails,
    schedules: { arrive: () => mails.arrive(), latenessOf: latenessUnder(weather) },
    clear: async () => {
      weather.clear();
      await mails.arrive(Infinity);
    },
    report: () => weather.report(),
    stop: mails.arriveInTime(),
  };
}

const calm: CloudWeather = {
  lag: undefined,
  asked: (ask) => (request) => ask(request),
  feedback: asEver,
  schedules: onTime,
  clear: () => Promise.resolve(),
  report: () => undefined,
  stop: () => undefined,
};
