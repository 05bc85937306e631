import * as z from 'zod/mini';

const longestLocalPart = 64;
const longestAddress = 254;

/**
 * One e-mail address that Amazon SES takes, as it was typed. Its domain may be international, such as `bücher.example`:
 * it is mailed as `asciiAddress` has it. The error says what SES cannot take (docs/rules.md §15.3).
 */
export const emailAddressSchema = z.string().check(
  z.superRefine((address, context) => {
    const message = whyNotMailable(address);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  }),
);

/** Why SES cannot mail an address, as what is expected instead; undefined where it can. */
export function whyNotMailable(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (at < 1 || domain === '' || address.length > 4 * longestAddress) return oneAddress;
  if (/[^\x21-\x7e]/.test(local) && !/[\s\p{Cc}]/u.test(local))
    return 'only ASCII letters, digits and signs before the @: mail servers do not take others there';
  if (!isDotAtom(local)) return oneAddress;
  const ascii = asciiDomain(domain);
  if (ascii === undefined) return oneAddress;
  if (!ascii.includes('.')) return 'a domain with a dot after the @, such as example.com';
  if (!isDomain(ascii)) return oneAddress;
  if (local.length > longestLocalPart) return `at most ${longestLocalPart} characters before the @`;
  if (local.length + 1 + ascii.length > longestAddress) return `at most ${longestAddress} characters`;
  return undefined;
}

/** An address as mail servers take it: its domain in lower-case ASCII (IDNA), whatever letters it is typed in. */
export function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  return address.slice(0, at) + (asciiDomain(domain) ?? domain);
}

const oneAddress = 'one e-mail address such as office@example.com';

/** RFC 5322's dot-atom: words of ASCII letters, digits and signs, with single dots between them. */
function isDotAtom(local: string): boolean {
  return local.split('.').every((word) => /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/.test(word));
}

/** A host by IDNA's rules for browsers (UTS 46); what a URL would read as something else is none. */
function asciiDomain(domain: string): string | undefined {
  if (/[\s\p{Cc}/\\?#@:%[\]]/u.test(domain)) return undefined;
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return undefined;
  }
}

/** Labels of 63 characters at most; the last is no number, as that would be an IP address. */
function isDomain(ascii: string): boolean {
  const labels = ascii.split('.');
  const areLabels = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return areLabels && !/^\d+$/.test(labels.at(-1) ?? '');
}
