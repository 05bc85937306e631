import type { ContentOf } from '../content/content.ts';
import { action, returning } from './actions.ts';
import { coverBlocks } from './cover.ts';
import { type Block, facts, text, type Writing } from './letter.ts';
import { named } from '../../wording/phrases/pen.ts';
import type { Pen } from '../pen.ts';

export function updateAvailable(pen: Pen, content: ContentOf<'update-available'>): Writing {
  const words = pen.words.updateAvailable;
  const update = inWords(content);
  const body = [
    text(words.intro(update)),
    text(words.isYours(named(pen, content.benefit))),
    text(words.password(update)),
    action(pen, content.about, 'askForPassword', `${update.product} ${update.version}`),
    text(pen.words.leaveList),
  ];
  return { subject: words.subject(update), body };
}

export function updateMissed(pen: Pen, content: ContentOf<'update-missed'>): Writing {
  const words = pen.words.updateMissed;
  const update = inWords(content);
  const body = [
    text(words.intro(update)),
    ...whyDenied(pen, content),
    ...(content.uncovered === undefined ? [] : [text(words.misses(named(pen, content.benefit)))]),
    ...coverBlocks(pen, content.uncovered, content.wayBack),
    ...returning(pen, content.about, content.wayBack),
    text(pen.words.leaveList),
  ];
  return { subject: words.subject(update), body };
}

export function updatePassword(pen: Pen, content: ContentOf<'update-password'>): Writing {
  const words = pen.words.updatePassword;
  const update = inWords(content);
  const body = [
    text(words.intro(update)),
    facts(`${update.product} ${update.version}`, [words.label, content.password]),
    text(words.onlyFor(update)),
  ];
  return { subject: words.subject(update), body };
}

export function updateRefused(pen: Pen, content: ContentOf<'update-refused'>): Writing {
  const words = pen.words.updateRefused;
  const update = inWords(content);
  const body = [
    text(words.intro(update)),
    ...whyDenied(pen, content),
    ...coverBlocks(pen, content.uncovered, content.wayBack),
    ...returning(pen, content.about, content.wayBack),
  ];
  return { subject: words.subject(update), body };
}

export function announcements(pen: Pen, { about, onList }: ContentOf<'announcements'>): Writing {
  const words = pen.words.announcements[onList ? 'joined' : 'left'];
  const body = [
    text(words.text(about)),
    text(words.next),
    action(pen, about, onList ? 'leaveList' : 'joinList', about.licenceId),
  ];
  return { subject: words.subject(about), body };
}

function whyDenied(
  pen: Pen,
  { uncovered }: ContentOf<'update-missed'> | ContentOf<'update-refused'>,
): readonly Block[] {
  const words = pen.words.updatesDenied;
  return [text(uncovered === undefined ? words.notGiven : words.needsCover)];
}

function inWords({
  about,
  product,
  version,
}:
  | ContentOf<'update-available'>
  | ContentOf<'update-missed'>
  | ContentOf<'update-password'>
  | ContentOf<'update-refused'>) {
  return { product, version, licenceId: about.licenceId };
}
