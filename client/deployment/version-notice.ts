/** Says that a client and what is deployed have different versions; undefined where they are the same. */
export function versionNotice(client: string, deployed: string | undefined): string | undefined {
  if (deployed === client) return undefined;
  if (deployed === undefined) {
    return `this checkout has version ${client}, and what is deployed says none: deploy it again with \`npx cdk deploy --all\``;
  }
  const remedy = isOlder(client, deployed)
    ? 'check out the deployed version: the deployed one decides, and this one may not understand its answers'
    : 'deploy this checkout with `npx cdk deploy --all`, or check out the deployed version';
  const which = isOlder(client, deployed) ? 'older' : 'newer';
  return `this checkout has version ${client}, ${which} than ${deployed}, which is deployed: ${remedy}`;
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}
