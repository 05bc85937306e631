/** All outputs by their key. Throws when two stacks give one key different values. */
export function mergeOutputs(
  stackOutputs: ReadonlyMap<string, Readonly<Record<string, string>>>,
): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const [stack, outputs] of stackOutputs) {
    for (const [key, value] of Object.entries(outputs)) {
      if ((merged[key] ?? value) !== value) {
        throw new Error(
          `stack ${stack}: output ${key} is also an output of another stack, with another value: rename one of them`,
        );
      }
      merged[key] = value;
    }
  }
  return merged;
}
