import { decimalOf, type Money } from '../../domain/billing/money.ts';
import type { Buyer, EInvoice, Item, Period, Seller, Tax } from './model.ts';
import { documentOf, type Element, group, text } from './xml.ts';

/** The rules that a file follows beyond EN 16931. */
const customizations = {
  xrechnung: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
  peppol: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
} as const;

export type Customization = keyof typeof customizations;

const profile = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

const namespaces = {
  'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
};

/** What invoices and credit notes call differently. */
const syntaxes = {
  invoice: { root: 'Invoice', code: '380', line: 'cac:InvoiceLine', quantity: 'cbc:InvoicedQuantity' },
  'credit-note': {
    root: 'CreditNote',
    code: '381',
    line: 'cac:CreditNoteLine',
    quantity: 'cbc:CreditedQuantity',
  },
} as const;

/** An invoice or a credit note in the syntax OASIS UBL 2.1, for XRechnung 3.0 or Peppol BIS Billing 3.0. */
export function universalBusinessDocument(invoice: EInvoice, customization: Customization): string {
  const { kind, number, issuedOn, note, currency, period, payment, purchaseOrder, preceding } = invoice;
  const { root, code } = syntaxes[kind];
  return documentOf({
    name: root,
    attributes: { xmlns: `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`, ...namespaces },
    content: [
      text('cbc:CustomizationID', customizations[customization]),
      text('cbc:ProfileID', profile),
      text('cbc:ID', number),
      text('cbc:IssueDate', issuedOn),
      text('cbc:DueDate', payment.dueOn),
      text(`cbc:${root}TypeCode`, code),
      text('cbc:Note', note),
      text('cbc:DocumentCurrencyCode', currency),
      text('cbc:BuyerReference', invoice.buyerReference),
      billed(period),
      group('cac:OrderReference', [text('cbc:ID', purchaseOrder)]),
      group('cac:BillingReference', [
        group('cac:InvoiceDocumentReference', [
          text('cbc:ID', preceding?.number),
          text('cbc:IssueDate', preceding?.issuedOn),
        ]),
      ]),
      group('cac:AccountingSupplierParty', [party(invoice.seller, invoice.seller.contact)]),
      group('cac:AccountingCustomerParty', [party(invoice.buyer)]),
      paymentMeans(invoice),
      group('cac:PaymentTerms', [text('cbc:Note', payment.terms)]),
      ...allowances(invoice),
      taxTotal(invoice),
      monetaryTotal(invoice),
      ...invoice.lines.map((line, index) => lineOf(line, index, invoice)),
    ],
  });
}

function party(given: Seller | Buyer, contact?: Seller['contact']): Element | undefined {
  const { name, address, registration, electronicAddress, vatId, email } = given;
  const [one, two, ...more] = address.lines;
  return group('cac:Party', [
    text('cbc:EndpointID', electronicAddress.id, { schemeID: electronicAddress.scheme }),
    group('cac:PostalAddress', [
      text('cbc:StreetName', one),
      text('cbc:AdditionalStreetName', two),
      text('cbc:CityName', address.city),
      text('cbc:PostalZone', address.postalCode),
      group('cac:AddressLine', [text('cbc:Line', more.length === 0 ? undefined : more.join(', '))]),
      group('cac:Country', [text('cbc:IdentificationCode', address.country)]),
    ]),
    vatId === undefined ? undefined : group('cac:PartyTaxScheme', [text('cbc:CompanyID', vatId), vat()]),
    group('cac:PartyLegalEntity', [text('cbc:RegistrationName', name), text('cbc:CompanyID', registration)]),
    group('cac:Contact', [
      text('cbc:Name', contact?.name),
      text('cbc:Telephone', contact?.phone),
      text('cbc:ElectronicMail', email),
    ]),
  ]);
}

function paymentMeans({ payment: { means, account }, number }: EInvoice): Element | undefined {
  return group('cac:PaymentMeans', [
    text('cbc:PaymentMeansCode', means),
    text('cbc:PaymentID', number),
    group('cac:PayeeFinancialAccount', [
      text('cbc:ID', account?.iban),
      text('cbc:Name', account?.holder),
      group('cac:FinancialInstitutionBranch', [text('cbc:ID', account?.bic)]),
    ]),
  ]);
}

function allowances({ allowances: given, tax }: EInvoice): readonly (Element | undefined)[] {
  return given.map(({ reason, amount: off }) =>
    group('cac:AllowanceCharge', [
      text('cbc:ChargeIndicator', 'false'),
      text('cbc:AllowanceChargeReasonCode', '95'),
      text('cbc:AllowanceChargeReason', reason),
      amount('cbc:Amount', off),
      category('cac:TaxCategory', tax),
    ]),
  );
}

function taxTotal({ totals, tax }: EInvoice): Element | undefined {
  return group('cac:TaxTotal', [
    amount('cbc:TaxAmount', totals.tax),
    group('cac:TaxSubtotal', [
      amount('cbc:TaxableAmount', totals.net),
      amount('cbc:TaxAmount', totals.tax),
      category('cac:TaxCategory', tax, tax),
    ]),
  ]);
}

function monetaryTotal({ totals }: EInvoice): Element | undefined {
  return group('cac:LegalMonetaryTotal', [
    amount('cbc:LineExtensionAmount', totals.lines),
    amount('cbc:TaxExclusiveAmount', totals.net),
    amount('cbc:TaxInclusiveAmount', totals.total),
    amount('cbc:AllowanceTotalAmount', totals.allowances),
    amount('cbc:PrepaidAmount', totals.prepaid),
    amount('cbc:PayableAmount', totals.due),
  ]);
}

function lineOf(
  { name, description, period, net }: Item,
  index: number,
  invoice: EInvoice,
): Element | undefined {
  const { line, quantity } = syntaxes[invoice.kind];
  return group(line, [
    text('cbc:ID', `${index + 1}`),
    text(quantity, net.amount < 0 ? '-1' : '1', { unitCode: 'C62' }),
    amount('cbc:LineExtensionAmount', net),
    billed(period),
    group('cac:Item', [
      text('cbc:Description', description),
      text('cbc:Name', name),
      category('cac:ClassifiedTaxCategory', invoice.tax),
    ]),
    group('cac:Price', [amount('cbc:PriceAmount', { ...net, amount: Math.abs(net.amount) })]),
  ]);
}

function billed(period: Period | undefined): Element | undefined {
  return group('cac:InvoicePeriod', [text('cbc:StartDate', period?.from), text('cbc:EndDate', period?.to)]);
}

/** @param why given where the reason for no tax stands: once, in the breakdown */
function category(
  name: string,
  { category: id, percent }: Tax,
  why?: Pick<Tax, 'reason' | 'reasonCode'>,
): Element | undefined {
  return group(name, [
    text('cbc:ID', id),
    text('cbc:Percent', id === 'O' && !why ? undefined : percent.toString()),
    text('cbc:TaxExemptionReasonCode', why?.reasonCode),
    text('cbc:TaxExemptionReason', why?.reason),
    vat(),
  ]);
}

function vat(): Element | undefined {
  return group('cac:TaxScheme', [text('cbc:ID', 'VAT')]);
}

function amount(name: string, money: Money): Element | undefined {
  return text(name, decimalOf(money), { currencyID: money.currency });
}
