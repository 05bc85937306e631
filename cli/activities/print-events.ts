import type { Event } from '../../domain/licence/events.ts';
import { eventInWords } from '../../client/words/event-in-words.ts';

/** Two lines for each event: what happened, and why; with the licence where they are of several. */
export function printEvents(events: readonly Event[]): readonly string[] {
  const isShared = isOfSeveral(events);
  return events.flatMap((event) => {
    const what = eventInWords(event);
    return [isShared ? `${event.licenceId}: ${what}` : what, `  because ${event.because}`];
  });
}

/** Whether events are of more than one licence. */
export function isOfSeveral(events: readonly Event[]): boolean {
  return events.some(({ licenceId }) => licenceId !== events[0]?.licenceId);
}
