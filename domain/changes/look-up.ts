import type { InLanguages } from '../plan/language.ts';
import type { Module } from './module.ts';
import type { RejectionCode } from '../licence/rejection-code.ts';
import { money, type Money } from '../billing/money.ts';
import type { Plan } from '../plan/plan.ts';

/** What a plan's price list has of something, or in words why it has it not. */
type Found<T> = T | Missing;

interface Missing {
  readonly missing: string;
  readonly code: RejectionCode;
}

export interface ListedEdition {
  readonly name: string;
  readonly module: Module;
  /** How a change to it is handled, by the benefit that decides. */
  readonly change: NonNullable<Plan['catalogue']>['editionChange'];
  readonly benefit: string;
}

/** An edition of the plan's price list, by its name. */
export function findEdition({ id, catalogue, currency }: Plan, name: string): Found<ListedEdition> {
  if (catalogue === null)
    return { missing: `the plan ${id} has no price list of editions`, code: 'no-price-list' };
  const edition = own(catalogue.editions, name);
  if (edition === undefined) return notListed('edition', name, catalogue.editions);
  const module = { sku: edition.sku, listPrice: money(edition.price, currency) };
  return { name, module, change: catalogue.editionChange, benefit: catalogue.benefit };
}

/** Modules of the plan's price list, by their SKUs. */
export function findModules(
  { id, catalogue, currency }: Plan,
  skus: readonly string[],
): Found<readonly Module[]> {
  const listed = catalogue?.modules ?? {};
  if (Object.keys(listed).length === 0)
    return { missing: `the plan ${id} has no price list of modules`, code: 'no-price-list' };
  if (skus.length === 0)
    return { missing: 'no module is named: name one or more by their SKUs', code: 'not-in-price-list' };
  const modules: Module[] = [];
  for (const sku of skus) {
    const price = own(listed, sku);
    if (price === undefined) return notListed('module', sku, listed);
    if (modules.some((module) => module.sku === sku))
      return { missing: `module ${sku} is named twice`, code: 'has-it-already' };
    modules.push({ sku, listPrice: money(price, currency) });
  }
  return modules;
}

export interface ListedMigration {
  readonly benefit: string;
  readonly software: Money;
  readonly labourPerHour: Money;
  readonly note: InLanguages;
}

/** What the migration of a product costs at list price. */
export function findMigration({ id, migration, currency }: Plan, product: string): Found<ListedMigration> {
  if (migration === null)
    return { missing: `the plan ${id} has no prices for a migration`, code: 'no-price-list' };
  const { benefit, note, softwareByProduct } = migration;
  const software = own(softwareByProduct, product);
  if (software === undefined) return notListed('migration of', product, softwareByProduct);
  const labourPerHour = money(migration.labourPerHour, currency);
  return { benefit, software: money(software, currency), labourPerHour, note };
}

function own<T>(list: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(list, key) ? list[key] : undefined;
}

function notListed(what: string, key: string, list: object): Missing {
  const listed = Object.keys(list).join(', ');
  return {
    missing: `${what} ${key} is not in the price list: it has ${listed}`,
    code: 'not-in-price-list',
  };
}
