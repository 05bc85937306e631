export { account, mails } from './account.ts';
export { creditNote, documents, invoice, payments, quote } from './billing.ts';
export { cancelling, changes, requestingQuote, resuming } from './changes.ts';
export { done } from './done.ts';
export { entry, faults, frame, problems } from './frame.ts';
export { history } from './history.ts';
export { licences } from './licences.ts';
export { refusals } from './refusals.ts';
export { support, updates } from './support.ts';
