import type { Context, Hono } from 'hono';
import type { ConsoleVisitor, VerifiedToken } from '../../contracts/console/door.ts';
import type { ConsoleSettings } from '../../client/console/console-settings.ts';

/** What every request of the console has. */
export interface ConsoleEnv {
  readonly Bindings: {
    /** The token that came with a request to the deployed console, if its gateway has verified one. */
    readonly verified?: VerifiedToken | undefined;
  };
  readonly Variables: {
    /** What each form repeats, so that only the console's own pages change something. */
    csrf: string;
    /** The present instant in UTC: one page has one. */
    now: string;
    /** Where the deployment is. */
    place: string;
    /** Who it is, at the deployed console. */
    visitor: ConsoleVisitor | undefined;
  };
}

export type ConsoleApp = Hono<ConsoleEnv>;
export type ConsoleContext = Context<ConsoleEnv>;

/** Adds the routes of a page. */
export type AddPage = (app: ConsoleApp, settings: ConsoleSettings) => void;
