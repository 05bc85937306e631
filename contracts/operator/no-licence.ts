/** What whoever names a licence that there is not gets to read, from the client as from the operator function. */
export function noLicence(named: string): string {
  return `There is no licence ${named}. Check the id or the printed number, or import the licence with \`npx perennial import\`.`;
}
