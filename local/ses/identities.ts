import type { Policies } from '../iam/policies/policies.ts';

const identity = /^arn:aws:ses:[^:]*:[^:]*:identity\/([^*?]+)$/;

/** The identities that policies name. Those that no resource makes are in the account already, and verified. */
export function identitiesIn({ roles }: Policies): ReadonlySet<string> {
  const resources = [...roles.values()].flat().flatMap((statement) => statement.resources);
  return new Set(
    resources.flatMap(({ text }) => {
      const name = identity.exec(text)?.[1];
      return name === undefined ? [] : [name];
    }),
  );
}
