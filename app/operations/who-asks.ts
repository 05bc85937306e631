import type { OperationDependencies } from './dependencies.ts';

/**
 * Who asks: the caller, by the ARN that AWS has verified; or the person that the deployed console names. Nobody but the
 * console may name a person, and the console has to.
 * @returns `reason` says why a request is refused
 */
export function whoAsks(
  { consoleRole }: Pick<OperationDependencies, 'consoleRole'>,
  callerArn: string,
  person: string | undefined,
): { readonly who: string } | { readonly reason: string } {
  const isConsole = consoleRole !== undefined && roleOf(callerArn) === consoleRole;
  if (isConsole && person === undefined)
    return { reason: 'The console did not say who asks. Sign in again.' };
  if (!isConsole && person !== undefined)
    return { reason: `${callerArn} may not ask for somebody else. Send the request without \`person\`.` };
  return { who: person ?? callerArn };
}

/** The name of the role whose session an ARN names: `arn:aws:sts::111122223333:assumed-role/NAME/SESSION`. */
function roleOf(arn: string): string | undefined {
  return /^arn:[^:]*:sts::\d*:assumed-role\/([^/]+)\/[^/]+$/.exec(arn)?.[1];
}
