/** Whether a text matches a pattern in which `*` stands for any characters and `?` for one. */
export type Matcher = (text: string) => boolean;

/** Compiles a pattern of a policy. Throws for a policy variable such as `${aws:username}`, which is not known here. */
export function wildcard(pattern: string): Matcher {
  if (pattern.includes('${')) throw new Error(`the embedded cloud knows no policy variables: ${pattern}`);
  if (pattern === '*') return () => true;
  if (!/[*?]/.test(pattern)) return (text) => text === pattern;
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 's');
  return (text) => expression.test(text);
}

/** Compiles the name of an action, whose case does not matter. */
export function actionWildcard(pattern: string): Matcher {
  const matches = wildcard(pattern.toLowerCase());
  return (action) => matches(action.toLowerCase());
}

/**
 * Compiles the pattern of an ARN. Each part between colons is matched by itself, so that `*` does not reach across
 * them, except in the last part, the resource's own name, which may have colons.
 */
export function arnWildcard(pattern: string): Matcher {
  if (pattern === '*') return () => true;
  const parts = partsOf(pattern);
  if (parts.length < arnParts) throw new Error(`${pattern} is neither an ARN nor *`);
  const matchers = parts.map(wildcard);
  return (arn) => {
    const found = partsOf(arn);
    return found.length === arnParts && matchers.every((matches, index) => matches(found[index] ?? ''));
  };
}

const arnParts = 6;

/** `arn`, partition, service, region, account and resource. */
function partsOf(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length < arnParts ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
