import type { Language } from '../../domain/plan/language.ts';
import * as germanBilling from './de/billing.ts';
import * as germanChanges from './de/changes.ts';
import * as germanCover from './de/cover.ts';
import * as germanLetter from './de/letter.ts';
import * as germanPortal from './de/portal.ts';
import * as germanReceivables from './de/receivables.ts';
import * as germanShared from './de/shared.ts';
import * as germanSupport from './de/support.ts';
import * as germanUpdates from './de/updates.ts';
import * as englishBilling from './en/billing.ts';
import * as englishChanges from './en/changes.ts';
import * as englishCover from './en/cover.ts';
import * as englishLetter from './en/letter.ts';
import * as englishPortal from './en/portal.ts';
import * as englishReceivables from './en/receivables.ts';
import * as englishShared from './en/shared.ts';
import * as englishSupport from './en/support.ts';
import * as englishUpdates from './en/updates.ts';

const english = {
  ...englishLetter,
  ...englishBilling,
  ...englishPortal,
  ...englishReceivables,
  ...englishCover,
  ...englishShared,
  ...englishSupport,
  ...englishUpdates,
  ...englishChanges,
};

/** What only mails say. A language that misses a text of the English fails the compiler. */
export type Words = typeof english;

const german: Words = {
  ...germanLetter,
  ...germanBilling,
  ...germanPortal,
  ...germanReceivables,
  ...germanCover,
  ...germanShared,
  ...germanSupport,
  ...germanUpdates,
  ...germanChanges,
};

/** What only mails say, by language. */
export const mailWords: Readonly<Record<Language, Words>> = { de: german, en: english };
