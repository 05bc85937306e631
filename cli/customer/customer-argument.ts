/** How a command takes the customer that it is about. */
export const customerArgument = ['<customer>', 'the id of the customer'] as const;
