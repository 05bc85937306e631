import { objectCall } from '../../iam/calls/s3.ts';
import type { Permissions } from '../../iam/policies/permissions.ts';
import type { Role } from '../../iam/policies/principals.ts';
import type { Meter } from '../../meter/meter.ts';
import type { Objects } from '../../s3/objects.ts';

/** The objects that a Map Run reads its items from and writes its results to. */
export type MapObjects = Pick<Objects, 'read' | 'write'>;

/** Objects as a role may read and write them. What it may not is answered with AccessDeniedException. */
export function objectsAs(role: Role, objects: Objects, permissions: Permissions, meter: Meter): MapObjects {
  return {
    read: (bucket, key) => {
      permissions.check(role, objectCall('GetObject', bucket, key));
      meter.countS3('gets');
      return objects.read(bucket, key);
    },
    write: (bucket, key, content) => {
      permissions.check(role, objectCall('PutObject', bucket, key));
      meter.countS3('puts');
      meter.countObjectWritten(bucket);
      return objects.write(bucket, key, content);
    },
  };
}
