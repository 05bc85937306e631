import { InvalidArgumentError, Option } from 'commander';

const calm = 'calm';
const largestSeed = 4_294_967_295;

/** The value of `--weather`: the seed of what goes wrong, or that nothing does. Commander takes undefined for no value. */
export type ChosenWeather = number | typeof calm;

/** `--weather`, of commands that run an embedded cloud. */
export function weatherOption(): Option {
  return new Option(
    '--weather <seed>',
    'let services fail as on a bad day: a whole number that decides what goes wrong, or calm (default: calm)',
  ).argParser(readWeather);
}

/** The seed of what goes wrong; undefined where nothing does. */
export function seedOf(chosen: ChosenWeather | undefined): number | undefined {
  return chosen === calm ? undefined : chosen;
}

/** Commander prints the error with the option's name and the value. */
function readWeather(text: string): ChosenWeather {
  if (text === calm) return calm;
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= largestSeed) return seed;
  throw new InvalidArgumentError(
    `Expected a whole number from 0 to ${largestSeed} such as 7, or ${calm} for no faults.`,
  );
}
