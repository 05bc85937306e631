/** A notice that the client and the deployment have different versions; undefined if they are the same. */
export function versionNotice(client: string, deployed: string | undefined): string | undefined {
  if (deployed === client) return undefined;
  if (deployed === undefined) {
    return `This checkout has version ${client}, and the deployment does not state its version. Deploy it again with \`npx cdk deploy --all\`.`;
  }
  const remedy = isOlder(client, deployed)
    ? 'The deployment decides, and this checkout may not understand its answers: check out the deployed version.'
    : 'Deploy this checkout with `npx cdk deploy --all`, or check out the deployed version.';
  const which = isOlder(client, deployed) ? 'older' : 'newer';
  return `This checkout has version ${client}, which is ${which} than the deployed version ${deployed}. ${remedy}`;
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}
