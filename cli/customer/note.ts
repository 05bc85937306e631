import { Command } from 'commander';
import { customerNoteSchema } from '../../domain/customer/history.ts';
import { refused } from '../shell/ending.ts';
import { confirm } from '../shell/ask.ts';
import type { Invocation } from '../shell/invocation.ts';
import { customerArgument } from './customer-argument.ts';
import { entryInWords } from '../../client/words/entry-in-words.ts';

interface NoteOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `customer note`: writes a note on a customer. */
export function noteCommand(at: Invocation): Command {
  return new Command('note')
    .description("add a note on a customer; `npx perennial customer show` shows it with its author's name")
    .argument(...customerArgument)
    .argument('<text>', 'the note')
    .option('--yes', 'add it without asking')
    .option('--json', 'print JSON')
    .addHelpText('after', "\nExample:\n  npx perennial customer note C-CANT 'Calls on Tuesdays only'")
    .action(async (customerId: string, text: string, options: NoteOptions) => {
      await addNote(at, customerId, text, options);
    });
}

async function addNote(at: Invocation, named: string, text: string, options: NoteOptions): Promise<void> {
  const note = customerNoteSchema.safeParse(text);
  if (!note.success) throw refused(`The note: expected ${note.error.issues[0]?.message ?? 'some text'}.`);
  const { connect } = await import('../shell/connect.ts');
  const deployment = await connect(at);
  const { customerId, name } = await deployment.requireCustomer(named);
  at.output.note(`This adds a note on customer ${customerId}, ${name}.`);
  await confirm(at, options);
  const answer = await deployment.operator.noteCustomer({ customerId, note: note.data });
  if (options.json === true) at.output.json(answer);
  else at.output.print(entryInWords(answer.entry));
}
