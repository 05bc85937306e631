import type * as z from 'zod/mini';
import type { Portal, ViewName } from '../../../app/portal/portal.ts';
import type { Visit } from '../../../app/portal/reader.ts';
import { customerAnswer, exportAnswer, mailsAnswer } from './answers/customer.ts';
import {
  creditNoteAnswer,
  documentsAnswer,
  invoiceAnswer,
  paymentsAnswer,
  quoteAnswer,
} from './answers/documents.ts';
import {
  cancellingAnswer,
  changesAnswer,
  licenceAnswer,
  licencesAnswer,
  modulesAnswer,
  resumingAnswer,
  supportAnswer,
  updatesAnswer,
} from './answers/licences.ts';

/** What a request says: the parts of its path, and its query. */
export interface Asked {
  readonly part: (name: string) => string;
  readonly query: (name: string) => string | undefined;
  readonly queries: (name: string) => readonly string[];
}

/** A view as a resource of the API. */
export interface ViewRoute {
  readonly name: Exclude<ViewName, 'document-file'>;
  /** Behind `/customers/{customerId}`. */
  readonly path: string;
  readonly summary: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly answer: z.ZodMiniType;
  readonly look: (portal: Portal, visit: Visit, asked: Asked) => Promise<unknown>;
}

const ofLicence = ({ part }: Asked) => ({ licenceId: part('licenceId') });
const ofNumber = ({ part }: Asked) => ({ number: part('number') });
const paged = ({ query }: Asked) => ({ customerId: query('of'), after: query('after') });

const page = {
  of: 'A customer of the partner that asks; the customer itself if left out',
  after: 'The licence after which the page goes on: `next` of the page before',
} as const;

/** Every view, by its path. */
export const viewRoutes: readonly ViewRoute[] = [
  {
    name: 'licences',
    path: '/licences',
    summary: 'The licences of the customer; for a partner those of its customers too',
    query: { ...page, afterCustomer: 'The customer after which a partner’s list goes on: `nextCustomer`' },
    answer: licencesAnswer,
    look: (portal, visit, asked) =>
      portal.view(visit, 'licences', { ...paged(asked), afterCustomer: asked.query('afterCustomer') }),
  },
  {
    name: 'licence',
    path: '/licences/{licenceId}',
    summary: 'A licence with its history, its documents and what it entitles to',
    answer: licenceAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'licence', ofLicence(asked)),
  },
  {
    name: 'cancelling',
    path: '/licences/{licenceId}/cancelling',
    summary: 'What cancelling renewal now would do',
    answer: cancellingAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'cancelling', ofLicence(asked)),
  },
  {
    name: 'resuming',
    path: '/licences/{licenceId}/resuming',
    summary: 'What resuming renewal now would do',
    answer: resumingAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'resuming', ofLicence(asked)),
  },
  {
    name: 'changes',
    path: '/licences/{licenceId}/changes',
    summary: 'Editions and modules of the price list, with their prices of today',
    answer: changesAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'changes', ofLicence(asked)),
  },
  {
    name: 'modules-preview',
    path: '/licences/{licenceId}/modules-preview',
    summary: 'What adding some modules together costs',
    query: { sku: 'A module; can be repeated' },
    answer: modulesAnswer,
    look: (portal, visit, asked) =>
      portal.view(visit, 'modules-preview', { ...ofLicence(asked), skus: asked.queries('sku') }),
  },
  {
    name: 'support',
    path: '/licences/{licenceId}/support',
    summary: 'The support of a licence and its tickets',
    answer: supportAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'support', ofLicence(asked)),
  },
  {
    name: 'updates',
    path: '/licences/{licenceId}/updates',
    summary: 'Published updates, with the passwords that were given',
    answer: updatesAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'updates', ofLicence(asked)),
  },
  {
    name: 'documents',
    path: '/documents',
    summary: 'Quotes, invoices and credit notes, the latest first',
    query: page,
    answer: documentsAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'documents', paged(asked)),
  },
  {
    name: 'quote',
    path: '/quotes/{number}',
    summary: 'A quote by its printed number',
    answer: quoteAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'quote', ofNumber(asked)),
  },
  {
    name: 'invoice',
    path: '/invoices/{number}',
    summary: 'An invoice by its printed number, and how to pay it',
    answer: invoiceAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'invoice', ofNumber(asked)),
  },
  {
    name: 'credit-note',
    path: '/credit-notes/{number}',
    summary: 'A credit note by its printed number',
    answer: creditNoteAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'credit-note', ofNumber(asked)),
  },
  {
    name: 'payments',
    path: '/payments',
    summary: 'The payments that were received, the latest first',
    query: page,
    answer: paymentsAnswer,
    look: (portal, visit, asked) => portal.view(visit, 'payments', paged(asked)),
  },
  {
    name: 'customer',
    path: '/details',
    summary: 'What the customer has on file',
    answer: customerAnswer,
    look: (portal, visit) => portal.view(visit, 'customer', {}),
  },
  {
    name: 'mails',
    path: '/mails',
    summary: 'What mails the customer gets, licence by licence',
    query: { after: page.after },
    answer: mailsAnswer,
    look: (portal, visit, { query }) => portal.view(visit, 'mails', { after: query('after') }),
  },
  {
    name: 'export',
    path: '/export',
    summary: 'All that is stored about the customer',
    answer: exportAnswer,
    look: (portal, visit) => portal.view(visit, 'export', {}),
  },
];
