import type { Context, Hono } from 'hono';
import type { ConsoleSettings } from '../../client/console/console-settings.ts';

/** What every request of the console has. */
export interface ConsoleEnv {
  readonly Variables: {
    /** What each form repeats, so that only the console's own pages change something. */
    csrf: string;
    /** The present instant in UTC: one page has one. */
    now: string;
    /** Where the deployment is. */
    place: string;
  };
}

export type ConsoleApp = Hono<ConsoleEnv>;
export type ConsoleContext = Context<ConsoleEnv>;

/** Adds the routes of a page. */
export type AddPage = (app: ConsoleApp, settings: ConsoleSettings) => void;
