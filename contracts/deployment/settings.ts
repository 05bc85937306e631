import { environment } from './environment.ts';

/** The environment of a process, or what the command line found in the stacks' outputs. */
export type Settings = Readonly<Record<string, string | undefined>>;

type SettingName = (typeof environment)[keyof typeof environment];

/** Reads one setting; throws where it is missing. */
export function setting(settings: Settings, name: SettingName): string {
  const value = settings[name];
  if (value === undefined || value === '') {
    throw new Error(`The environment variable ${name} is not set. The stack of this function sets it.`);
  }
  return value;
}

/**
 * Over how many partitions the licences of a plan are spread in indexes `due` and `plan`. It may never shrink:
 * licences in the partitions that fall away would not be found again.
 */
export function shardsIn(settings: Settings): number {
  return wholeNumber(settings, environment.dueShards);
}

/** The number of licences in a batch; a customer with more has a batch of its own. */
export function batchSizeIn(settings: Settings): number {
  return wholeNumber(settings, environment.batchSize);
}

/** How many mails a second the account may send. */
export function accountSendRateIn(settings: Settings): number {
  const text = setting(settings, environment.accountSendRate);
  const rate = Number(text);
  if (rate > 0) return rate;
  throw new Error(
    `The environment variable ${environment.accountSendRate} is ${text}. Expected mails a second such as 14.`,
  );
}

function wholeNumber(settings: Settings, name: SettingName): number {
  const text = setting(settings, name);
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new Error(`The environment variable ${name} is ${text}. Expected a whole number such as 16.`);
}
