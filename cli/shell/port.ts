import { InvalidArgumentError } from 'commander';

/** A port in an option; 0 asks for a free one. */
export function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a port such as 4566, or 0 for a free one.');
}
