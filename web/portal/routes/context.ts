import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { vendors } from '../../../app/portal/vendors.ts';
import type { Branding } from '../../../app/portal/views/branding.ts';
import { dayIn } from '../../../domain/calendar.ts';
import { languageFor } from '../../../wording/phrases/localiser.ts';
import type { PortalEnvironment } from '../environment.ts';
import { type Frame, frameOf } from '../parts/frame.ts';
import { brandingAtTheDoor } from '../parts/neutral.ts';

export type PageContext = Context<PortalEnvironment>;

/** The cookie of the language that a reader has chosen: it says nothing of the reader. */
export const languageCookie = 'language';

/**
 * What a page of a session is written with: in the reader's choice of language, or the customer's.
 * @param branding of the vendor that it is about; where it is about several, it looks like none of them
 */
export function frameIn(context: PageContext, branding: Branding | undefined): Frame {
  const { locale, formCode } = context.var;
  return frameFor(context, locale, branding ?? brandingAtTheDoor(vendors), {
    csrf: formCode,
    newRequestId: randomUUID,
  });
}

/** The same before anybody knows who reads: in the browser's language, if none was chosen. */
export function entryFrame(context: PageContext, branding: Branding): Frame {
  const [first = ''] = (context.req.header('accept-language') ?? '').slice(0, 100).split(/[,;]/);
  return frameFor(context, first.trim(), branding);
}

function frameFor(
  context: PageContext,
  locale: string,
  branding: Branding,
  session?: Frame['session'],
): Frame {
  return frameOf(chosenLocale(context, locale), {
    branding,
    today: dayIn('UTC', new Date(context.env.now).toISOString()),
    path: context.req.method === 'GET' ? pathnameOf(context) : '/',
    session,
  });
}

/** As it was asked for. */
export function pathnameOf({ req }: PageContext): string {
  return new URL(req.url).pathname;
}

function chosenLocale(context: PageContext, locale: string): string {
  const chosen = getCookie(context, languageCookie);
  if ((chosen !== 'de' && chosen !== 'en') || languageFor(locale) === chosen) return locale;
  return chosen === 'de' ? 'de-DE' : 'en-GB';
}

/** A form that was sent: fields that it has not are empty. */
export interface Form {
  readonly text: (name: string) => string;
  readonly all: (name: string) => readonly string[];
}

export async function formOf(context: PageContext): Promise<Form> {
  const body = await context.req.parseBody({ all: true });
  // A browser sends each line end of a text as two characters.
  const all = (name: string) =>
    [body[name] ?? []]
      .flat()
      .filter((value) => typeof value === 'string')
      .map((value) => value.replaceAll('\r\n', '\n'));
  return { all, text: (name) => (all(name)[0] ?? '').trim() };
}
