import { createHash } from 'node:crypto';
import type { Resource } from '../assembly/resolver.ts';

/**
 * The physical name of a resource: the one that its template gives in `property`, or else one made
 * of its stack and logical id, the same in every run, so that data on disk is found again.
 * @param longest the longest name that the service allows, in characters
 */
export function physicalName(resource: Resource, property: string, longest: number): string {
  const given = resource.property(property);
  if (typeof given === 'string') return given;
  const name = `${resource.stack}-${resource.logicalId}`;
  if (name.length <= longest) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, longest - 9)}-${hash}`;
}
