import { listPriceOf } from '../../domain/changes/module.ts';
import type { Price } from '../../domain/billing/price.ts';
import type { Bought } from '../../wording/facts/bill.ts';
import { licenceLabel } from '../../wording/phrases/localiser.ts';
import { coverInWords } from '../../wording/phrases/prices.ts';
import { oneLine } from '../../wording/text/line.ts';
import type { DocumentContent } from '../content/content.ts';
import type { DocumentLocaliser } from './localiser.ts';
import { isolated } from '../typesetting/isolated.ts';
import { modulesTable } from './prices.ts';
import type { Block, Fact } from './sheet.ts';

export function text(line: string): Block {
  return { kind: 'text', text: line, leads: false };
}

/** A text that stays with what follows. */
export function lead(line: string): Block {
  return { kind: 'text', text: line, leads: true };
}

export function heading(line: string): Block {
  return { kind: 'heading', text: line };
}

export function headline(line: string): Block {
  return { kind: 'headline', text: line };
}

/** What its sentences name. */
export function named({ about }: DocumentContent): { readonly product: string; readonly licenceId: string } {
  return { product: isolated(oneLine(about.product)), licenceId: isolated(oneLine(about.licenceId)) };
}

export function parties(localiser: DocumentLocaliser, { about, customer }: DocumentContent): Block {
  const { labels } = localiser.own;
  const { name, address, country, taxNumber, register = [], email, website } = about.vendor;
  const numbers = [...(taxNumber === null ? [] : [taxNumber]), ...register];
  const identity = numbers.map(({ label, value }) => `${label[localiser.language]}: ${value}`);
  return {
    kind: 'parties',
    from: [labels.from, name, ...address, localiser.country(country), ...identity, email, website].map(
      oneLine,
    ),
    to: [
      labels.to,
      customer.name,
      ...(customer.address ?? []),
      localiser.country(customer.country),
      ...(customer.vatId === undefined ? [] : [`${labels.vatId}: ${customer.vatId}`]),
      customer.email,
    ].map(oneLine),
  };
}

export function licenceFacts(localiser: DocumentLocaliser, content: DocumentContent): readonly Fact[] {
  const { words, own } = localiser;
  const { licenceId, product } = named(content);
  const { accountManager } = content.customer;
  return [
    { label: licenceLabel(localiser, content.about), value: licenceId },
    { label: words.labels.product, value: product },
    { label: words.labels.plan, value: oneLine(content.about.plan) },
    ...(accountManager === undefined ? [] : [{ label: own.labels.contact, value: accountManager }]),
  ];
}

/** The modules with their list prices, where the price is a share of what they add up to. */
export function pricedModules(
  localiser: DocumentLocaliser,
  { modules }: DocumentContent,
  price: Price | undefined,
): readonly Block[] {
  const [first] = modules;
  if (first === undefined) return [];
  const sum = listPriceOf(modules, first.listPrice.currency);
  const isShare = price?.lines.some((line) => 'rate' in line && line.list.amount === sum.amount) ?? false;
  if (!isShare) return [];
  const named = modules.map((module) => ({ ...module, sku: oneLine(module.sku) }));
  return [heading(localiser.own.headings.modules), modulesTable(localiser, named, sum)];
}

export function purchaseOrderFact(
  { words }: DocumentLocaliser,
  purchaseOrder: string | undefined,
): readonly Fact[] {
  if (purchaseOrder === undefined) return [];
  return [{ label: words.labels.purchaseOrder, value: isolated(oneLine(purchaseOrder)) }];
}

/** When what is charged for is given, where that is a period. */
export function servicePeriodFact(localiser: DocumentLocaliser, buys: Bought): readonly Fact[] {
  if (buys.kind !== 'cover') return [];
  return [{ label: localiser.own.labels.servicePeriod, value: coverInWords(localiser, buys.cover) }];
}

/** What stands below the sums: their currency, and why they have no tax, where that is so. */
export function amounts(
  localiser: DocumentLocaliser,
  content: DocumentContent,
  currency: string,
  price: Pick<Price, 'taxPercent' | 'untaxed'> | undefined,
): readonly Block[] {
  return [text([localiser.words.amountsIn(currency), ...whyUntaxed(localiser, content, price)].join(' '))];
}

export function terms(
  localiser: DocumentLocaliser,
  content: DocumentContent,
  sentences: readonly string[],
): readonly Block[] {
  const { own } = localiser;
  const { email, website } = content.about.vendor;
  return [
    heading(own.headings.terms),
    ...sentences.map((sentence) => text(sentence)),
    text(own.questions({ email, website })),
  ];
}

/** Why there is no tax, in sentences: the note that the law asks for, where it does. */
export function whyUntaxed(
  { own, taxName }: DocumentLocaliser,
  { customer }: Pick<DocumentContent, 'customer'>,
  price: Pick<Price, 'taxPercent' | 'untaxed'> | undefined,
): readonly string[] {
  if (price === undefined || price.taxPercent > 0 || taxName === '') return [];
  switch (price.untaxed) {
    case 'reverse-charge':
      return [own.reverseCharge(taxName)];
    case 'exempt':
      return [own.exempt(taxName, customer.taxExemption)];
    case undefined:
      return [own.noTax(taxName)];
  }
}
