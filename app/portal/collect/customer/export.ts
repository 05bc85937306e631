import { accessTo } from '../../access.ts';
import type { PortalDependencies } from '../../dependencies.ts';
import type { Visit } from '../../reader.ts';

/** All that is stored about the reader's own customer. */
export async function exportView(
  portal: PortalDependencies,
  { reader, now }: Visit,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const accessible = await accessTo(portal, reader, reader.customerId);
  if (accessible === undefined) return undefined;
  const all = await portal.all.of(accessible.customer);
  return { exportedAt: new Date(now).toISOString(), ...all };
}
