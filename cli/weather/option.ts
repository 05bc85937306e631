import { InvalidArgumentError, Option } from 'commander';

const calm = 'calm';
const largestSeed = 4_294_967_295;

/** `--weather`, of commands that run an embedded cloud: the seed of what goes wrong, or undefined where nothing does. */
export function weatherOption(): Option {
  return new Option(
    '--weather <seed>',
    'let services fail as on a bad day: a whole number that decides what goes wrong, or calm (default: calm)',
  ).argParser(readWeather);
}

/** Reads the value of `--weather`; commander prints the error with the option's name and the value. */
export function readWeather(text: string): number | undefined {
  if (text === calm) return undefined;
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= largestSeed) return seed;
  throw new InvalidArgumentError(
    `Expected a whole number from 0 to ${largestSeed} such as 7, or ${calm} for no faults.`,
  );
}
