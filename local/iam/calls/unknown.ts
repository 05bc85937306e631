import { ServiceError } from '../../shared/service-error.ts';

/** Refuses an operation of which this cloud cannot say what permissions it needs. */
export function unknownOperation(service: string, operation: string): never {
  throw new ServiceError(
    'UnknownOperationException',
    `the embedded cloud does not do ${operation} of ${service}`,
    {},
    501,
  );
}
