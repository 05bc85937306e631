/**
 * Points the AWS SDK of this process at an embedded cloud. Whatever else the user's environment says to it (a profile,
 * another endpoint) does not hold meanwhile. Gives what restores the environment.
 */
export function pointSdkAt(cloud: Readonly<Record<string, string>>): () => void {
  const before = { ...process.env };
  const restore = () => {
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  };
  for (const name of Object.keys(before))
    if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, cloud);
  return restore;
}
