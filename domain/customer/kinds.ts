/** `hosted`: uses the software as a service of the vendor's. */
export const customerKinds = ['end-user', 'reseller', 'msp', 'hosted'] as const;
