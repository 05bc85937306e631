/** A path whose ids are written as `escapedId` does, with percent signs again: so a router decodes it. */
export function encodedPath(path: string): string {
  return path.replaceAll(/_([0-9A-F]{2})/g, '%$1');
}
