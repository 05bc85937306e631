/** A request to send a raw mail. */
export interface SendRequest {
  /** The message as it is, with headers. */
  readonly raw: Buffer;
  /** The address to which SES returns undeliverable mails, if the request has one. */
  readonly source: string | undefined;
  /** Addresses of the envelope; empty where the message's own headers hold. */
  readonly destinations: string[];
  readonly tags: Record<string, string>;
  readonly configurationSet: string | undefined;
}

/** Reads a `SendRawEmail` in the query protocol. What its headers say holds where the request itself says nothing. */
export function readSendRequest(form: URLSearchParams): SendRequest {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  return {
    raw,
    source: form.get('Source') ?? undefined,
    destinations: members(form, 'Destinations.member.'),
    tags: tagsOf(form, raw),
    configurationSet: form.get('ConfigurationSetName') ?? header(raw, 'X-SES-CONFIGURATION-SET'),
  };
}

/** One header of a raw message, its folded lines put together. */
export function header(raw: Buffer, name: string): string | undefined {
  const headers = raw.toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = headers.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const line = lines.find((candidate) => candidate.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim();
}

function tagsOf(form: URLSearchParams, raw: Buffer): Record<string, string> {
  const inHeader = header(raw, 'X-SES-MESSAGE-TAGS')?.split(',') ?? [];
  const names = members(form, 'Tags.member.', '.Name');
  const values = members(form, 'Tags.member.', '.Value');
  return {
    ...Object.fromEntries(
      inHeader.map((tag) => tag.trim().split('=')).map(([name = '', value = '']) => [name, value]),
    ),
    ...Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
  };
}

/** The members of a list in the query protocol, `Destinations.member.1` and so on. */
function members(form: URLSearchParams, prefix: string, suffix = ''): string[] {
  const found: string[] = [];
  for (
    let value = form.get(`${prefix}1${suffix}`);
    value !== null;
    value = form.get(`${prefix}${found.length + 1}${suffix}`)
  ) {
    found.push(value);
  }
  return found;
}
