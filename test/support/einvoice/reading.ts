import { allAt, textAt, type Tree, treeOf } from './tree.ts';

/** What an invoice says in the terms of EN 16931, whatever its syntax. Amounts are as they are written. */
export interface Reading {
  readonly specification: string | undefined;
  readonly number: string | undefined;
  readonly typeCode: string | undefined;
  readonly issuedOn: string | undefined;
  readonly dueOn: string | undefined;
  readonly terms: string | undefined;
  readonly currency: string | undefined;
  readonly notes: readonly string[];
  readonly buyerReference: string | undefined;
  readonly purchaseOrder: string | undefined;
  readonly preceding: readonly (string | undefined)[];
  readonly period: readonly [string | undefined, string | undefined];
  readonly seller: PartyReading;
  readonly buyer: PartyReading;
  readonly payment: Readonly<Record<'means' | 'reference' | 'iban' | 'holder' | 'bic', string | undefined>>;
  readonly lines: readonly LineReading[];
  readonly allowances: readonly (TaxReading & {
    readonly amount: string | undefined;
    readonly reason: string | undefined;
  })[];
  readonly breakdown: readonly (TaxReading & {
    readonly taxable: string | undefined;
    readonly tax: string | undefined;
    readonly reason: string | undefined;
    readonly reasonCode: string | undefined;
  })[];
  readonly totals: Readonly<
    Record<'lines' | 'allowances' | 'net' | 'tax' | 'total' | 'prepaid' | 'due', string | undefined>
  >;
}

interface PartyReading {
  readonly name: string | undefined;
  readonly country: string | undefined;
  readonly city: string | undefined;
  readonly postalCode: string | undefined;
  readonly street: string | undefined;
  readonly vatId: string | undefined;
  readonly registration: string | undefined;
  readonly endpoint: readonly [string | undefined, string | undefined];
  readonly contact: readonly (string | undefined)[];
}

interface TaxReading {
  readonly category: string | undefined;
  readonly rate: string | undefined;
}

interface LineReading extends TaxReading {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly period: readonly [string | undefined, string | undefined];
  readonly quantity: string | undefined;
  readonly unit: string | undefined;
  readonly price: string | undefined;
  readonly net: string | undefined;
}

/** Reads an invoice or a credit note in UBL or CII. */
export function readingOf(xml: string): Reading {
  const tree = treeOf(xml);
  return tree.name === 'rsm:CrossIndustryInvoice' ? cii(tree) : ubl(tree);
}

function ubl(tree: Tree): Reading {
  const at = (path: string) => textAt(tree, path);
  const isCredit = tree.name === 'CreditNote';
  const means = 'cac:PaymentMeans';
  const account = `${means}/cac:PayeeFinancialAccount`;
  const total = 'cac:LegalMonetaryTotal';
  return {
    specification: at('cbc:CustomizationID'),
    number: at('cbc:ID'),
    typeCode: at(isCredit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode'),
    issuedOn: at('cbc:IssueDate'),
    dueOn: at('cbc:DueDate'),
    terms: at('cac:PaymentTerms/cbc:Note'),
    currency: at('cbc:DocumentCurrencyCode'),
    notes: allAt(tree, 'cbc:Note').map(({ text }) => text),
    buyerReference: at('cbc:BuyerReference'),
    purchaseOrder: at('cac:OrderReference/cbc:ID'),
    preceding: ['cbc:ID', 'cbc:IssueDate'].map((end) =>
      at(`cac:BillingReference/cac:InvoiceDocumentReference/${end}`),
    ),
    period: [at('cac:InvoicePeriod/cbc:StartDate'), at('cac:InvoicePeriod/cbc:EndDate')],
    seller: ublParty(tree, 'cac:AccountingSupplierParty/cac:Party'),
    buyer: ublParty(tree, 'cac:AccountingCustomerParty/cac:Party'),
    payment: {
      means: at(`${means}/cbc:PaymentMeansCode`),
      reference: at(`${means}/cbc:PaymentID`),
      iban: at(`${account}/cbc:ID`),
      holder: at(`${account}/cbc:Name`),
      bic: at(`${account}/cac:FinancialInstitutionBranch/cbc:ID`),
    },
    lines: allAt(tree, isCredit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine').map((line) => {
      const quantity = allAt(line, isCredit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity')[0];
      return {
        id: textAt(line, 'cbc:ID'),
        name: textAt(line, 'cac:Item/cbc:Name'),
        description: textAt(line, 'cac:Item/cbc:Description'),
        period: [
          textAt(line, 'cac:InvoicePeriod/cbc:StartDate'),
          textAt(line, 'cac:InvoicePeriod/cbc:EndDate'),
        ],
        quantity: quantity?.text,
        unit: quantity?.attributes['unitCode'],
        price: textAt(line, 'cac:Price/cbc:PriceAmount'),
        net: textAt(line, 'cbc:LineExtensionAmount'),
        ...ublTax(line, 'cac:Item/cac:ClassifiedTaxCategory'),
      };
    }),
    allowances: allAt(tree, 'cac:AllowanceCharge').map((allowance) => ({
      amount: textAt(allowance, 'cbc:Amount'),
      reason: textAt(allowance, 'cbc:AllowanceChargeReason'),
      ...ublTax(allowance, 'cac:TaxCategory'),
    })),
    breakdown: allAt(tree, 'cac:TaxTotal/cac:TaxSubtotal').map((part) => ({
      taxable: textAt(part, 'cbc:TaxableAmount'),
      tax: textAt(part, 'cbc:TaxAmount'),
      reason: textAt(part, 'cac:TaxCategory/cbc:TaxExemptionReason'),
      reasonCode: textAt(part, 'cac:TaxCategory/cbc:TaxExemptionReasonCode'),
      ...ublTax(part, 'cac:TaxCategory'),
    })),
    totals: {
      lines: at(`${total}/cbc:LineExtensionAmount`),
      allowances: at(`${total}/cbc:AllowanceTotalAmount`),
      net: at(`${total}/cbc:TaxExclusiveAmount`),
      tax: at('cac:TaxTotal/cbc:TaxAmount'),
      total: at(`${total}/cbc:TaxInclusiveAmount`),
      prepaid: at(`${total}/cbc:PrepaidAmount`),
      due: at(`${total}/cbc:PayableAmount`),
    },
  };
}

function ublParty(tree: Tree, path: string): PartyReading {
  const at = (end: string) => textAt(tree, `${path}/${end}`);
  const endpoint = allAt(tree, `${path}/cbc:EndpointID`)[0];
  return {
    name: at('cac:PartyLegalEntity/cbc:RegistrationName'),
    country: at('cac:PostalAddress/cac:Country/cbc:IdentificationCode'),
    city: at('cac:PostalAddress/cbc:CityName'),
    postalCode: at('cac:PostalAddress/cbc:PostalZone'),
    street: at('cac:PostalAddress/cbc:StreetName'),
    vatId: at('cac:PartyTaxScheme/cbc:CompanyID'),
    registration: at('cac:PartyLegalEntity/cbc:CompanyID'),
    endpoint: [endpoint?.attributes['schemeID'], endpoint?.text],
    contact: ['cbc:Name', 'cbc:Telephone', 'cbc:ElectronicMail'].map((end) => at(`cac:Contact/${end}`)),
  };
}

function ublTax(tree: Tree, path: string): TaxReading {
  return { category: textAt(tree, `${path}/cbc:ID`), rate: textAt(tree, `${path}/cbc:Percent`) };
}

function cii(tree: Tree): Reading {
  const at = (path: string) => textAt(tree, path);
  const trade = 'rsm:SupplyChainTradeTransaction';
  const agreement = `${trade}/ram:ApplicableHeaderTradeAgreement`;
  const settlement = `${trade}/ram:ApplicableHeaderTradeSettlement`;
  const means = `${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`;
  const sums = `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
  const preceding = `${settlement}/ram:InvoiceReferencedDocument`;
  const billed = 'ram:BillingSpecifiedPeriod';
  const period = `${settlement}/${billed}`;
  return {
    specification: at('rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID'),
    number: at('rsm:ExchangedDocument/ram:ID'),
    typeCode: at('rsm:ExchangedDocument/ram:TypeCode'),
    issuedOn: day(at('rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString')),
    dueOn: day(at(`${settlement}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString`)),
    terms: at(`${settlement}/ram:SpecifiedTradePaymentTerms/ram:Description`),
    currency: at(`${settlement}/ram:InvoiceCurrencyCode`),
    notes: allAt(tree, 'rsm:ExchangedDocument/ram:IncludedNote/ram:Content').map(({ text }) => text),
    buyerReference: at(`${agreement}/ram:BuyerReference`),
    purchaseOrder: at(`${agreement}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`),
    preceding: [
      at(`${preceding}/ram:IssuerAssignedID`),
      day(at(`${preceding}/ram:FormattedIssueDateTime/qdt:DateTimeString`)),
    ],
    period: [
      day(at(`${period}/ram:StartDateTime/udt:DateTimeString`)),
      day(at(`${period}/ram:EndDateTime/udt:DateTimeString`)),
    ],
    seller: ciiParty(tree, `${agreement}/ram:SellerTradeParty`),
    buyer: ciiParty(tree, `${agreement}/ram:BuyerTradeParty`),
    payment: {
      means: at(`${means}/ram:TypeCode`),
      reference: at(`${settlement}/ram:PaymentReference`),
      iban: at(`${means}/ram:PayeePartyCreditorFinancialAccount/ram:IBANID`),
      holder: at(`${means}/ram:PayeePartyCreditorFinancialAccount/ram:AccountName`),
      bic: at(`${means}/ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID`),
    },
    lines: allAt(tree, `${trade}/ram:IncludedSupplyChainTradeLineItem`).map((line) => {
      const quantity = allAt(line, 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity')[0];
      const own = 'ram:SpecifiedLineTradeSettlement';
      return {
        id: textAt(line, 'ram:AssociatedDocumentLineDocument/ram:LineID'),
        name: textAt(line, 'ram:SpecifiedTradeProduct/ram:Name'),
        description: textAt(line, 'ram:SpecifiedTradeProduct/ram:Description'),
        period: [
          day(textAt(line, `${own}/${billed}/ram:StartDateTime/udt:DateTimeString`)),
          day(textAt(line, `${own}/${billed}/ram:EndDateTime/udt:DateTimeString`)),
        ],
        quantity: quantity?.text,
        unit: quantity?.attributes['unitCode'],
        price: textAt(line, 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount'),
        net: textAt(line, `${own}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`),
        ...ciiTax(line, `${own}/ram:ApplicableTradeTax`),
      };
    }),
    allowances: allAt(tree, `${settlement}/ram:SpecifiedTradeAllowanceCharge`).map((allowance) => ({
      amount: textAt(allowance, 'ram:ActualAmount'),
      reason: textAt(allowance, 'ram:Reason'),
      ...ciiTax(allowance, 'ram:CategoryTradeTax'),
    })),
    breakdown: allAt(tree, `${settlement}/ram:ApplicableTradeTax`).map((part) => ({
      taxable: textAt(part, 'ram:BasisAmount'),
      tax: textAt(part, 'ram:CalculatedAmount'),
      reason: textAt(part, 'ram:ExemptionReason'),
      reasonCode: textAt(part, 'ram:ExemptionReasonCode'),
      category: textAt(part, 'ram:CategoryCode'),
      rate: textAt(part, 'ram:RateApplicablePercent'),
    })),
    totals: {
      lines: at(`${sums}/ram:LineTotalAmount`),
      allowances: at(`${sums}/ram:AllowanceTotalAmount`),
      net: at(`${sums}/ram:TaxBasisTotalAmount`),
      tax: at(`${sums}/ram:TaxTotalAmount`),
      total: at(`${sums}/ram:GrandTotalAmount`),
      prepaid: at(`${sums}/ram:TotalPrepaidAmount`),
      due: at(`${sums}/ram:DuePayableAmount`),
    },
  };
}

function ciiParty(tree: Tree, path: string): PartyReading {
  const at = (end: string) => textAt(tree, `${path}/${end}`);
  const endpoint = allAt(tree, `${path}/ram:URIUniversalCommunication/ram:URIID`)[0];
  const contact = [
    'ram:PersonName',
    'ram:TelephoneUniversalCommunication/ram:CompleteNumber',
    'ram:EmailURIUniversalCommunication/ram:URIID',
  ];
  return {
    name: at('ram:Name'),
    country: at('ram:PostalTradeAddress/ram:CountryID'),
    city: at('ram:PostalTradeAddress/ram:CityName'),
    postalCode: at('ram:PostalTradeAddress/ram:PostcodeCode'),
    street: at('ram:PostalTradeAddress/ram:LineOne'),
    vatId: at('ram:SpecifiedTaxRegistration/ram:ID'),
    registration: at('ram:SpecifiedLegalOrganization/ram:ID'),
    endpoint: [endpoint?.attributes['schemeID'], endpoint?.text],
    contact: contact.map((end) => at(`ram:DefinedTradeContact/${end}`)),
  };
}

function ciiTax(tree: Tree, path: string): TaxReading {
  return {
    category: textAt(tree, `${path}/ram:CategoryCode`),
    rate: textAt(tree, `${path}/ram:RateApplicablePercent`),
  };
}

/** Format 102 as an ISO date. */
function day(text: string | undefined): string | undefined {
  return text?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}
