/**
 * Who called, by the name that people know: of `arn:aws:sts::1:assumed-role/Desk/jane@vendor.example` it is
 * `jane@vendor.example (role Desk)`, and of `arn:aws:iam::1:user/sales/jane` it is `jane`. What is no ARN stays as it is.
 */
export function whoInWords(who: string): string {
  const [, kind, path = ''] = /^arn:[^:]*:(?:iam|sts)::\d*:([a-z-]+)\/(.+)$/.exec(who) ?? [];
  const names = path.split('/');
  const name = names.at(-1) ?? '';
  if (kind === 'user' || kind === 'federated-user') return name;
  if (kind !== 'assumed-role' || names.length < 2) return who;
  // IAM Identity Center makes a role of each permission set.
  const role = (names[0] ?? '').replace(/^AWSReservedSSO_(.+)_[0-9a-f]{16}$/, '$1');
  return `${name} (role ${role})`;
}
