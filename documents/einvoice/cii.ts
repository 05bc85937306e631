import { decimalOf, type Money } from '../../domain/billing/money.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { EInvoice, Item, Period, Seller, Buyer, Tax } from './model.ts';
import { documentOf, type Element, group, text } from './xml.ts';

/** EN 16931 itself, which Factur-X and ZUGFeRD call their profile EN 16931. */
const guideline = 'urn:cen.eu:en16931:2017';

const namespaces = {
  'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  'xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

/** Code list UNTDID 1001. */
const typeCodes = { invoice: '380', 'credit-note': '381' } as const;

/** An invoice or a credit note in the syntax UN/CEFACT CII (D16B): the XML of Factur-X. */
export function crossIndustryInvoice(invoice: EInvoice): string {
  const { kind, number, issuedOn, note } = invoice;
  return documentOf({
    name: 'rsm:CrossIndustryInvoice',
    attributes: namespaces,
    content: [
      group('rsm:ExchangedDocumentContext', [
        group('ram:GuidelineSpecifiedDocumentContextParameter', [text('ram:ID', guideline)]),
      ]),
      group('rsm:ExchangedDocument', [
        text('ram:ID', number),
        text('ram:TypeCode', typeCodes[kind]),
        day('ram:IssueDateTime', issuedOn),
        group('ram:IncludedNote', [text('ram:Content', note)]),
      ]),
      group('rsm:SupplyChainTradeTransaction', [
        ...invoice.lines.map((line, index) => lineOf(line, index, invoice.tax)),
        agreement(invoice),
        { name: 'ram:ApplicableHeaderTradeDelivery', attributes: {}, content: [] },
        settlement(invoice),
      ]),
    ],
  });
}

function lineOf({ name, description, period, net }: Item, index: number, tax: Tax): Element | undefined {
  const isNegative = net.amount < 0;
  return group('ram:IncludedSupplyChainTradeLineItem', [
    group('ram:AssociatedDocumentLineDocument', [text('ram:LineID', `${index + 1}`)]),
    group('ram:SpecifiedTradeProduct', [text('ram:Name', name), text('ram:Description', description)]),
    group('ram:SpecifiedLineTradeAgreement', [
      group('ram:NetPriceProductTradePrice', [
        amount('ram:ChargeAmount', { ...net, amount: Math.abs(net.amount) }),
      ]),
    ]),
    group('ram:SpecifiedLineTradeDelivery', [
      text('ram:BilledQuantity', isNegative ? '-1' : '1', { unitCode: 'C62' }),
    ]),
    group('ram:SpecifiedLineTradeSettlement', [
      taxOn('ram:ApplicableTradeTax', tax),
      billed(period),
      group('ram:SpecifiedTradeSettlementLineMonetarySummation', [amount('ram:LineTotalAmount', net)]),
    ]),
  ]);
}

function agreement({ buyerReference, seller, buyer, purchaseOrder }: EInvoice): Element | undefined {
  return group('ram:ApplicableHeaderTradeAgreement', [
    text('ram:BuyerReference', buyerReference),
    group('ram:SellerTradeParty', partyOf(seller, seller.contact)),
    group('ram:BuyerTradeParty', partyOf(buyer)),
    group('ram:BuyerOrderReferencedDocument', [text('ram:IssuerAssignedID', purchaseOrder)]),
  ]);
}

function partyOf(party: Seller | Buyer, contact?: Seller['contact']): readonly (Element | undefined)[] {
  const { name, address, registration, electronicAddress, vatId, email } = party;
  const [one, two, ...more] = address.lines;
  return [
    text('ram:Name', name),
    group('ram:SpecifiedLegalOrganization', [text('ram:ID', registration)]),
    group('ram:DefinedTradeContact', [
      text('ram:PersonName', contact?.name),
      group('ram:TelephoneUniversalCommunication', [text('ram:CompleteNumber', contact?.phone)]),
      group('ram:EmailURIUniversalCommunication', [text('ram:URIID', email)]),
    ]),
    group('ram:PostalTradeAddress', [
      text('ram:PostcodeCode', address.postalCode),
      text('ram:LineOne', one),
      text('ram:LineTwo', two),
      text('ram:LineThree', more.length === 0 ? undefined : more.join(', ')),
      text('ram:CityName', address.city),
      text('ram:CountryID', address.country),
    ]),
    group('ram:URIUniversalCommunication', [
      text('ram:URIID', electronicAddress.id, { schemeID: electronicAddress.scheme }),
    ]),
    group('ram:SpecifiedTaxRegistration', [text('ram:ID', vatId, { schemeID: 'VA' })]),
  ];
}

function settlement(invoice: EInvoice): Element | undefined {
  const { number, currency, payment, period, tax, totals, preceding } = invoice;
  const { account, means } = payment;
  return group('ram:ApplicableHeaderTradeSettlement', [
    text('ram:PaymentReference', number),
    text('ram:InvoiceCurrencyCode', currency),
    group('ram:SpecifiedTradeSettlementPaymentMeans', [
      text('ram:TypeCode', means),
      group('ram:PayeePartyCreditorFinancialAccount', [
        text('ram:IBANID', account?.iban),
        text('ram:AccountName', account?.holder),
      ]),
      group('ram:PayeeSpecifiedCreditorFinancialInstitution', [text('ram:BICID', account?.bic)]),
    ]),
    taxOn('ram:ApplicableTradeTax', tax, { basis: totals.net, amount: totals.tax }),
    billed(period),
    ...invoice.allowances.map(({ reason, amount: off }) =>
      group('ram:SpecifiedTradeAllowanceCharge', [
        group('ram:ChargeIndicator', [text('udt:Indicator', 'false')]),
        amount('ram:ActualAmount', off),
        text('ram:ReasonCode', '95'),
        text('ram:Reason', reason),
        taxOn('ram:CategoryTradeTax', tax),
      ]),
    ),
    group('ram:SpecifiedTradePaymentTerms', [
      text('ram:Description', payment.terms),
      day('ram:DueDateDateTime', payment.dueOn),
    ]),
    group('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
      amount('ram:LineTotalAmount', totals.lines),
      amount('ram:AllowanceTotalAmount', totals.allowances),
      amount('ram:TaxBasisTotalAmount', totals.net),
      text('ram:TaxTotalAmount', decimalOf(totals.tax), { currencyID: currency }),
      amount('ram:GrandTotalAmount', totals.total),
      amount('ram:TotalPrepaidAmount', totals.prepaid),
      amount('ram:DuePayableAmount', totals.due),
    ]),
    group('ram:InvoiceReferencedDocument', [
      text('ram:IssuerAssignedID', preceding?.number),
      day('ram:FormattedIssueDateTime', preceding?.issuedOn, 'qdt'),
    ]),
  ]);
}

function billed(period: Period | undefined): Element | undefined {
  return group('ram:BillingSpecifiedPeriod', [
    day('ram:StartDateTime', period?.from),
    day('ram:EndDateTime', period?.to),
  ]);
}

/** The tax of a line or an allowance, or with its sums that of all. */
function taxOn(
  name: string,
  { category, percent, reason, reasonCode }: Tax,
  sums?: { readonly basis: Money; readonly amount: Money },
): Element | undefined {
  return group(name, [
    sums && amount('ram:CalculatedAmount', sums.amount),
    text('ram:TypeCode', 'VAT'),
    text('ram:ExemptionReason', sums && reason),
    sums && amount('ram:BasisAmount', sums.basis),
    text('ram:CategoryCode', category),
    text('ram:ExemptionReasonCode', sums && reasonCode),
    text('ram:RateApplicablePercent', category === 'O' && !sums ? undefined : percent.toString()),
  ]);
}

function amount(name: string, money: Money): Element | undefined {
  return text(name, decimalOf(money));
}

/** A day in format 102: YYYYMMDD. */
function day(name: string, on: CivilDate | undefined, prefix: 'udt' | 'qdt' = 'udt'): Element | undefined {
  return group(name, [text(`${prefix}:DateTimeString`, on?.replaceAll('-', ''), { format: '102' })]);
}
