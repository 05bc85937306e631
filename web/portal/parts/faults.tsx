import type * as z from 'zod/mini';
import type { Frame } from './frame.ts';

/** What is wrong with what was typed into a field: the page says the value, and what to do about it. */
export type Fault =
  | { readonly is: 'missing' }
  | { readonly is: 'too-long'; readonly length: number; readonly most: number }
  | { readonly is: 'unusable'; readonly value: string };

/** What is wrong with a value by its schema; undefined where nothing is. */
export function faultOf(schema: z.ZodMiniType<string>, value: string): Fault | undefined {
  const read = schema.safeParse(value);
  if (read.success) return undefined;
  if (value === '') return { is: 'missing' };
  const most = read.error.issues.find(({ code }) => code === 'too_big');
  return most?.code === 'too_big'
    ? { is: 'too-long', length: value.length, most: Number(most.maximum) }
    : { is: 'unusable', value };
}

/**
 * A fault in words.
 * @param missing what to do where nothing was typed
 * @param example what to type instead of what cannot be used
 */
export function faultInWords(frame: Frame, fault: Fault, missing: string, example: string): string {
  const words = frame.say.faults;
  switch (fault.is) {
    case 'missing':
      return missing;
    case 'too-long':
      return words.tooLong(counted(frame, fault.length), counted(frame, fault.most));
    case 'unusable':
      return `${words.unusable(clipped(fault.value))} ${example}`;
  }
}

/** A number as it is written in the language of the page, such as 100.000. */
export function counted({ language }: Frame, count: number): string {
  return count.toLocaleString(language);
}

const mostShown = 60;

const characters = new Intl.Segmenter();

/** The beginning of a value, by characters as people count them. */
export function clipped(value: string): string {
  const [first] = [...characters.segment(value.slice(0, 10 * mostShown))]
    .filter((_, index) => index === mostShown)
    .map(({ index }) => index);
  return first === undefined ? value : `${value.slice(0, first)}…`;
}

interface FaultsProps {
  readonly frame: Frame;
  /** What is wrong with which field, by its name. */
  readonly faults: Readonly<Record<string, string | undefined>>;
}

/** Everything that is wrong with a form, above it, each leading to its field. */
export function Faults({ frame, faults }: FaultsProps) {
  const named = Object.entries(faults).filter(([, text]) => text !== undefined);
  if (named.length === 0) return <></>;
  return (
    <div class="note bad" role="alert">
      <p>
        <strong>{frame.say.faults.heading(named.length)}</strong>
      </p>
      <ul>
        {named.map(([name, text]) => (
          <li>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The name of the first field at fault: it gets the focus. */
export function firstOf(faults: FaultsProps['faults']): string | undefined {
  return Object.entries(faults).find(([, text]) => text !== undefined)?.[0];
}
