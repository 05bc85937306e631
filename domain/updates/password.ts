/** Crockford's 32 digits: no I, L, O or U, which are misread or make words. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 3;
const groupLength = 5;

/**
 * What an update's password for a licence is derived from, with the vendor's secret as the key: the same text for the
 * same three, and for no other three.
 */
export function passwordMessage(licenceId: string, product: string, version: string): string {
  return JSON.stringify([licenceId, product, version]);
}

/**
 * Bytes as a password that is easily typed, such as `7K3QX-0M9TA-ZZ4RD`: five bits of each of the first 15 bytes, 75
 * bits in all. Throws a RangeError where there are fewer bytes.
 */
export function typeable(bytes: Uint8Array): string {
  if (bytes.length < groups * groupLength) {
    throw new RangeError(`a password takes ${groups * groupLength} bytes, not ${bytes.length}`);
  }
  const typed = Array.from(bytes.subarray(0, groups * groupLength), (byte) => digits.charAt(byte % 32));
  return Array.from({ length: groups }, (_, group) =>
    typed.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}
