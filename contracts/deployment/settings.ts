import { environment } from './environment.ts';

/** The environment of a process, or what the command line found in the stacks' outputs. */
export type Settings = Readonly<Record<string, string | undefined>>;

type SettingName = (typeof environment)[keyof typeof environment];

/** Reads one setting; throws where it is missing. */
export function setting(settings: Settings, name: SettingName): string {
  const value = settings[name];
  if (value === undefined || value === '') {
    throw new Error(`the environment variable ${name} is not set: the stack that owns this function sets it`);
  }
  return value;
}

/**
 * Over how many partitions the licences of a plan are spread in indexes `due` and `plan`. It may never shrink:
 * licences in the partitions that fall away would not be found again.
 */
export function shardsIn(settings: Settings): number {
  const text = setting(settings, environment.dueShards);
  const shards = Number(text);
  if (Number.isInteger(shards) && shards >= 1) return shards;
  throw new Error(
    `the environment variable ${environment.dueShards} is ${text}: expected a number such as 16`,
  );
}
