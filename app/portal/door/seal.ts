import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a code is for: one of a link is none of a session. */
type Purpose =
  'link' | 'session' | 'form' | 'reader' | 'console sign-in' | 'console session' | 'console form';

const codeBytes = 16;

/** The code of a text by a key: 128 bits, in base64url. */
export function codeOf(key: Uint8Array, purpose: Purpose, text: string): string {
  const mac = createHmac('sha256', key).update(`${purpose} ${text}`).digest();
  return mac.subarray(0, codeBytes).toString('base64url');
}

/** Whether a code is that of a text; it takes the same time whatever the code is. */
export function isCodeOf(key: Uint8Array, purpose: Purpose, text: string, code: string): boolean {
  const given = Buffer.from(code);
  const wanted = Buffer.from(codeOf(key, purpose, text));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
