/** The bus that every account has, and the only one that AWS's own services publish to. */
export const defaultBus = 'default';

/** The name of a bus, which may be given by its ARN. */
export function busNameIn(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}
