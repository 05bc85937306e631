import { type AccountTrouble, accountTroubles } from '../services/ses.ts';
import type { Sky } from './sky.ts';

/** What keeps the account from sending mail today, whatever the mail; it is over with the day. */
export function troubleOn(sky: Sky): AccountTrouble | undefined {
  const { weather, world } = sky;
  if (weather.accountTrouble === 0) return undefined;
  const day = new Date(world.now).toISOString().slice(0, 10);
  const id = `the account cannot send mail on ${day}`;
  if (!sky.happens('account trouble', id, weather.accountTrouble)) return undefined;
  return world.random.of(`why ${id}`).pick(accountTroubles);
}
