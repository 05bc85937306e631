import type { Facts } from '../../../domain/licence/licence.ts';
import { exampleAmount, readAmount } from './amount.ts';

type Modules = Facts['modules'];

/** Reads `SKU=list price;…` in the plan's currency; says what it expects where it cannot. */
export function readModules(
  cell: string,
  currency: string,
): { readonly ok: true; readonly modules: Modules } | { readonly ok: false; readonly expected: string } {
  const modules: Modules = [];
  const skus = new Set<string>();
  if (cell === '') return { ok: true, modules };
  for (const part of cell.split(';')) {
    const [sku = '', price = '', ...rest] = part.split('=');
    const listPrice = readAmount(price, currency);
    if (sku.trim() === '' || rest.length > 0 || listPrice === undefined) {
      return {
        ok: false,
        expected: `SKU=list price;… with prices such as ${exampleAmount(currency)} (${currency})`,
      };
    }
    if (skus.has(sku)) {
      return { ok: false, expected: `each SKU once (${sku} is there twice)` };
    }
    skus.add(sku);
    modules.push({ sku, listPrice });
  }
  return { ok: true, modules };
}
