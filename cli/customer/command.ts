import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { editCommand } from './edit.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { listCommand } from './list.ts';
import { mergeCommand } from './merge.ts';
import { noteCommand } from './note.ts';
import { showCommand } from './show.ts';

/** `customer`: who holds the licences. */
export function customerCommand(at: Invocation): Command {
  return new Command()
    .addCommand(listCommand(at))
    .addCommand(showCommand(at))
    .addCommand(editCommand(at))
    .addCommand(noteCommand(at))
    .addCommand(mergeCommand(at))
    .addCommand(exportCommand(at))
    .addCommand(eraseCommand(at));
}
