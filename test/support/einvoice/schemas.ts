import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvoiceService, invoiceSchema } from '@e-invoice-eu/core';
import {
  XmlBufferInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XmlValidateError,
  XsdValidator,
} from 'libxml2-wasm';
import { type Tree, treeOf } from './tree.ts';

const folder = join(import.meta.dirname, 'xsd');
const main = 'Factur-X_1.07.3_EN16931.xsd';
const files = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
xmlRegisterInputProvider(new XmlBufferInputProvider(files));
const schema = XsdValidator.fromDoc(XmlDocument.fromBuffer(files[main] ?? Buffer.of(), { url: main }));

/** What the XML schema of Factur-X (profile EN 16931, version 1.07.3) says against an invoice in CII. */
export function schemaProblemsOfCii(xml: string): readonly string[] {
  const document = XmlDocument.fromString(xml);
  try {
    schema.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim());
    throw error;
  } finally {
    document.dispose();
  }
}

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };
const converter = new InvoiceService(silent);

/**
 * The same invoice in CII, converted from UBL by another implementation. That checks the UBL first: by the JSON schema of
 * Peppol's syntax with its code lists, here also the order and the names of all elements. Throws with what is wrong.
 */
export async function convertedToCii(ubl: string): Promise<string> {
  const root = treeOf(ubl);
  const invoice = jsonOf(root, (invoiceSchema as Schema).properties?.['ubl:Invoice'] ?? {});
  const converted = await converter.generate({ 'ubl:Invoice': invoice } as never, {
    format: 'CII',
    lang: 'en',
    noWarnings: true,
  });
  return String(converted);
}

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** What an element is called in the JSON: credit notes have the names of invoices there. */
const inJson: Readonly<Record<string, string>> = {
  'cbc:CreditNoteTypeCode': 'cbc:InvoiceTypeCode',
  'cac:CreditNoteLine': 'cac:InvoiceLine',
  'cbc:CreditedQuantity': 'cbc:InvoicedQuantity',
};

/** An element as the JSON has it. Throws where a child has no place in the schema, or stands in the wrong order. */
function jsonOf({ name: parent, children }: Tree, { properties = {} }: Schema): Record<string, unknown> {
  const names = Object.keys(properties);
  const json: Record<string, unknown> = {};
  let last = -1;
  for (const child of children) {
    const name = inJson[child.name] ?? child.name;
    const place = names.indexOf(name);
    if (place < 0) throw new Error(`${parent} may not have ${name}`);
    if (place < last) throw new Error(`${name} stands after ${names[last] ?? ''} in ${parent}`);
    last = place;
    const own = properties[name] ?? {};
    const form = own.items ?? own;
    const value = child.children.length === 0 ? child.text : jsonOf(child, form);
    if (own.items === undefined && name in json) throw new Error(`${parent} may have ${name} once only`);
    json[name] = own.items === undefined ? value : [...((json[name] ?? []) as unknown[]), value];
    for (const [key, attribute] of Object.entries(child.attributes)) json[`${name}@${key}`] = attribute;
  }
  return json;
}
