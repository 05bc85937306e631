import type { Event } from '../../domain/licence/events.ts';
import { eventInWords } from '../licence/event-in-words.ts';

/** Two lines for each event: what happened, and why. */
export function printEvents(events: readonly Event[]): readonly string[] {
  return events.flatMap((event) => [eventInWords(event), `  because ${event.because}`]);
}
