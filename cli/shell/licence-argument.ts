/** How a command takes the licence that it is about. */
export const licenceArgument = [
  '<licence>',
  'the id of the licence, or the number of one of its quotes or invoices',
] as const;
