import type { Output } from './output.ts';

/**
 * Goes on where results cannot be written: what the command does to licences must not break off. Another program may have
 * read enough, such as `head`, and all is well. A full disk is named, and ends with status 1.
 */
export function outliveOutput(process: NodeJS.Process, output: Output): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    output.readNoMore();
    if (error.code === 'EPIPE') return;
    output.note(`The result cannot be written to the standard output: ${error.message}`);
    process.once('exit', (status: number) => {
      if (status === 0) process.exitCode = 1;
    });
  });
  // There is nobody left to tell.
  process.stderr.on('error', () => undefined);
}
