import { spawn } from 'node:child_process';

/** Opens an address in the browser of whoever sits at this machine; where there is none, nothing happens. */
export function openBrowser(address: string): void {
  const [command, args] = opener(address);
  const opened = spawn(command, args, { stdio: 'ignore', detached: true });
  // The address is printed: whoever has no browser here opens it elsewhere.
  opened.on('error', () => undefined);
  opened.unref();
}

function opener(address: string): [command: string, args: string[]] {
  const { platform } = process;
  if (platform === 'darwin') return ['open', [address]];
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]];
  return ['xdg-open', [address]];
}
