import { Output, type Stream } from '../../../cli/shell/output.ts';

/** A stream that keeps what is written to it. */
export class Written implements Stream {
  text = '';
  readonly isTTY: boolean;
  readonly columns: number;
  readonly #hear: ((text: string) => void) | undefined;

  constructor(terminal?: { readonly columns: number }, hear?: (text: string) => void) {
    this.#hear = hear;
    this.isTTY = terminal !== undefined;
    this.columns = terminal?.columns ?? 0;
  }

  write(text: string): void {
    this.text += text;
    this.#hear?.(text);
  }
}

/** An output on streams that keep what is written; on terminals of so many columns, if given. `hear` is told what goes to `err`. */
export function keptOutput(
  terminal?: { readonly columns: number },
  environment: Readonly<Record<string, string>> = {},
  hear?: (text: string) => void,
): { readonly out: Written; readonly err: Written; readonly output: Output } {
  const out = new Written(terminal);
  const err = new Written(terminal, hear);
  return { out, err, output: new Output(out, err, environment) };
}
