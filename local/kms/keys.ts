import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { arn, type Account } from '../shared/account.ts';
import { ServiceError } from '../shared/service-error.ts';

const request = z.looseObject({
  KeyId: z.string(),
  MacAlgorithm: z.string(),
  /** Of VerifyMac. */
  Mac: z.base64().optional(),
  Message: z.base64().refine((text) => text !== ''),
});

const mostMessageBytes = 4096;
const mostMacBytes = 6144;

/** KMS, as far as GenerateMac and VerifyMac go. What each key is made of lies in a folder, so that it outlives the process. */
export class Keys {
  readonly #folder: string;
  readonly #account: Account;
  /** The kind of each key, by its id. */
  readonly #specs = new Map<string, string>();
  readonly #aliases = new Map<string, string>();

  constructor(folder: string, account: Account) {
    this.#folder = folder;
    this.#account = account;
  }

  /** Makes a key known, and what it is made of where it is new. Throws where what it was made of is damaged. */
  provideKey(id: string, spec: string): void {
    this.#specs.set(id, spec);
    const bits = bitsOf(spec);
    const file = this.#file(id);
    if (bits === undefined) return;
    if (existsSync(file)) {
      refuseDamaged(file, bits / 8);
      return;
    }
    mkdirSync(this.#folder, { recursive: true });
    // Half a key would be another one at the next start.
    const draft = `${file}.draft`;
    writeFileSync(draft, randomBytes(bits / 8), { mode: 0o600 });
    renameSync(draft, file);
  }

  /** @param key id or ARN */
  provideAlias(name: string, key: string): void {
    this.#aliases.set(name, idIn(key));
  }

  /**
   * Answers a request.
   * @throws ServiceError what KMS would answer instead
   */
  answer(operation: string, body: Record<string, unknown>): object {
    if (operation !== 'GenerateMac' && operation !== 'VerifyMac') {
      throw new ServiceError(
        'UnknownOperationException',
        `the embedded cloud does only GenerateMac and VerifyMac of KMS, not ${operation}`,
      );
    }
    const parsed = request.safeParse(body);
    if (!parsed.success) throw new ServiceError('ValidationException', z.prettifyError(parsed.error));
    const { KeyId, MacAlgorithm, Message, Mac = '' } = parsed.data;
    refuseLonger('message', Message, mostMessageBytes);
    refuseLonger('mac', Mac, mostMacBytes);
    const id = this.#aliases.get(idIn(KeyId)) ?? idIn(KeyId);
    const spec = this.#specs.get(id);
    if (spec === undefined) throw new ServiceError('NotFoundException', `Key '${KeyId}' does not exist`);
    const bits = bitsOf(spec);
    if (bits === undefined || MacAlgorithm !== `HMAC_SHA_${bits}`) {
      throw new ServiceError('InvalidKeyUsageException', `a key of ${spec} makes no ${MacAlgorithm}`);
    }
    const code = createHmac(`sha${bits}`, readFileSync(this.#file(id))).update(
      Buffer.from(Message, 'base64'),
    );
    const mac = code.digest('base64');
    const answered = { KeyId: arn(this.#account, 'kms', `key/${id}`), MacAlgorithm };
    if (operation === 'GenerateMac') return { ...answered, Mac: mac };
    if (mac !== Mac)
      throw new ServiceError('KMSInvalidMacException', 'the code is not of this key and message');
    return { ...answered, MacValid: true };
  }

  #file(id: string): string {
    return join(this.#folder, id);
  }
}

/** A key of another length would make other codes: links in mails and passwords of updates would be wrong. */
function refuseDamaged(file: string, bytes: number): void {
  const { size } = statSync(file);
  if (size === bytes) return;
  throw new Error(
    `the key ${file} has ${size} bytes instead of ${bytes}: restore it from a copy, or delete it for a new one, with which links and passwords of before are not valid`,
  );
}

/** @throws ServiceError ValidationException for what KMS does not take, given as base64 */
function refuseLonger(member: string, base64: string, most: number): void {
  if (Buffer.from(base64, 'base64').length <= most) return;
  throw new ServiceError(
    'ValidationException',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
  );
}

/** The length of a key that makes codes, such as 256 for `HMAC_256`; undefined for any other. */
function bitsOf(spec: string): number | undefined {
  const bits = /^HMAC_(224|256|384|512)$/.exec(spec)?.[1];
  return bits === undefined ? undefined : Number(bits);
}

/** The id of a key, or the name of an alias with its `alias/`, also where it is given as an ARN. */
function idIn(reference: string): string {
  return reference.replace(/^arn:[^:]+:kms:[^:]*:[^:]*:(key\/)?/, '');
}
