import { escapedId } from '../../../domain/text/id.ts';

/*
 * The addresses of pages. Ids and names in them are written without `%`: an HTTP API decodes the path before it hands it on,
 * so that an encoded slash or question mark would part it (docs/adr/0037).
 */

export const licencePath = (licenceId: string): string => `/licences/${escapedId(licenceId)}`;

export const actionPath = (licenceId: string, activity: string): string =>
  `${licencePath(licenceId)}/do/${activity}`;

export const mailPath = (licenceId: string, mailId: string): string =>
  `${licencePath(licenceId)}/mails/${escapedId(mailId)}`;

export const documentPath = (number: string): string => `/documents/${escapedId(number)}`;

export const customerPath = (customerId: string): string => `/customers/${escapedId(customerId)}`;

export const paymentPath = (paymentId: string): string => `/payments/${escapedId(paymentId)}`;

/** Where a run is shown, by the name of its execution. */
export const runPath = (execution: string): string => `/executions/${escapedId(execution)}`;

/** Where one state of a run is shown. @param run where the run is shown */
export const statePath = (run: string, state: string): string => `${run}/states/${escapedId(state)}`;

/** Where one batch of a run is shown, by the label of its map and the name of its execution. */
export const batchPath = (run: string, label: string, batch: string): string =>
  `${run}/batches/${label}/${escapedId(batch)}`;
