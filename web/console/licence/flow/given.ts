import type { ConsoleContext } from '../../context.ts';
import type { Given } from '../actions/read-form.ts';

/** What a browser sent of a form, without the token against forgery. */
export async function givenIn(c: ConsoleContext): Promise<Given> {
  const body = await c.req.parseBody({ all: true });
  const entries = Object.entries(body).filter(([name]) => name !== 'csrf');
  return Object.fromEntries(
    entries.map(([name, value]) => [name, [value].flat().filter((each) => typeof each === 'string')]),
  );
}
