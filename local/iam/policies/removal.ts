import type { Statement } from './statement.ts';

/** One thing that a policy allows a role: one of a statement's actions on one of its resources, both as written. */
export interface Grant {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
}

/** A role's statements as they would be without one grant, wherever they make it. */
export function withoutGrant(
  statements: readonly Statement[],
  { action, resource }: Pick<Grant, 'action' | 'resource'>,
): readonly Statement[] {
  return statements.flatMap((statement) => {
    const { effect, actions, resources } = statement;
    const isGranted =
      effect === 'Allow' &&
      actions.some(({ text }) => text === action) &&
      resources.some(({ text }) => text === resource);
    if (!isGranted) return [statement];
    return [
      { ...statement, actions: actions.filter(({ text }) => text !== action) },
      {
        ...statement,
        actions: actions.filter(({ text }) => text === action),
        resources: resources.filter(({ text }) => text !== resource),
      },
    ];
  });
}
