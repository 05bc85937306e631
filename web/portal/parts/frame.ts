import type { Branding } from '../../../app/portal/views/branding.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { CivilDate } from '../../../domain/calendar.ts';
import type { InLanguages, Language } from '../../../domain/plan/language.ts';
import { type Localiser, localiserFor } from '../../../wording/phrases/localiser.ts';
import { type Words, words } from '../words/index.ts';

/** What every page is written with. */
export interface Frame {
  readonly language: Language;
  readonly say: Words;
  /** The words and formats of mails and documents. */
  readonly localiser: Localiser;
  readonly branding: Branding;
  /** The vendor's today. */
  readonly today: CivilDate;
  /** Set for a reader with a session: what its forms bring back. */
  readonly session?:
    | {
        readonly csrf: string;
        /** A new id for a form: sent twice, it is done once. */
        readonly newRequestId: () => string;
      }
    | undefined;
  /** The page's own path, for the links that change its language. */
  readonly path: string;
}

export function frameOf(locale: string, rest: Omit<Frame, 'language' | 'say' | 'localiser'>): Frame {
  const localiser = localiserFor(locale, rest.branding);
  const { language } = localiser;
  return { ...rest, language, localiser, say: words[language] };
}

/** A vendor's name for something, in the language of the page. */
export function named({ language }: Pick<Frame, 'language'>, name: InLanguages): string {
  return name[language];
}

/** A moment as a short date with the time of day, in the plan's time zone. */
export function momentIn({ localiser }: Frame, moment: Instant, timeZone: string): string {
  return localiser.moment(moment, timeZone);
}
