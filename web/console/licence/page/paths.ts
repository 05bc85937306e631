/** The addresses of what belongs to a licence; ids may have any character. */
export const licencePath = (licenceId: string) => `/licences/${encodeURIComponent(licenceId)}`;

export const actionPath = (licenceId: string, activity: string) => `${licencePath(licenceId)}/do/${activity}`;

export const mailPath = (licenceId: string, mailId: string) =>
  `${licencePath(licenceId)}/mails/${encodeURIComponent(mailId)}`;

export const documentPath = (number: string) => `/documents/${encodeURIComponent(number)}`;

export const executionPath = (name: string) => `/executions/${encodeURIComponent(name)}`;

export const customerPath = (customerId: string) => `/customers/${encodeURIComponent(customerId)}`;
