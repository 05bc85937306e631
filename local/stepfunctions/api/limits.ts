import { ServiceError } from '../../shared/service-error.ts';

const longestName = 80;
const mostInputBytes = 262_144;

/** What names of executions may not have: white space, brackets, wildcards, and what means something in a path. */
// oxlint-disable-next-line no-control-regex -- Step Functions names them
const forbidden = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

/** Refuses a name that Step Functions does not take. @throws ServiceError InvalidName or ValidationException */
export function refuseName(name: string): void {
  if (name.length > longestName) throw tooLong('name', longestName);
  if (name === '' || forbidden.test(name)) throw new ServiceError('InvalidName', `Invalid Name: '${name}'`);
}

/** Refuses an input of more than 256 KiB. @throws ServiceError ValidationException */
export function refuseInput(input: string): void {
  if (Buffer.byteLength(input) > mostInputBytes) throw tooLong('input', mostInputBytes);
}

function tooLong(member: string, most: number): ServiceError {
  return new ServiceError(
    'ValidationException',
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${most}`,
  );
}
