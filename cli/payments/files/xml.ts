import { SaxesParser } from 'saxes';

/** An element of an XML file with all that is in it. */
export interface Element {
  /** Without its namespace's prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** The file is no XML, or has what no statement of a bank needs. */
export class XmlProblem extends Error {
  override readonly name = 'XmlProblem';
}

interface OpenElement extends Element {
  readonly children: Element[];
  text: string;
}

/** Deeper than any statement. */
const mostDepth = 64;

/**
 * Reads an XML file part by part. Elements called `unit` are handed over whole as they end, with the elements around them, and
 * are not kept: so a large file takes little memory. A document type declaration is refused: entities that expand are declared
 * there, and files that are read from elsewhere. Throws `XmlProblem` with the line.
 */
export function readXml(
  texts: Iterable<string>,
  unit: string,
  hand: (element: Element, around: readonly Element[]) => void,
): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  const stop = (why: string): never => {
    throw new XmlProblem(`line ${parser.line}: ${why}`);
  };
  parser.on('error', (error) => stop(error.message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => stop('a document type declaration, which no statement has'));
  parser.on('opentag', (tag) => {
    if (open.length === mostDepth) stop(`elements more than ${mostDepth} deep`);
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ local, value }) => [local, value]),
    );
    open.push({ name: tag.local, namespace: tag.uri, attributes, children: [], text: '' });
  });
  const onText = (text: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined) return;
    if (element.name === unit) hand(element, open);
    else open.at(-1)?.children.push(element);
  });
  for (const text of texts) parser.write(text);
  parser.close();
}

/** The elements at a path below an element. */
export function allAt({ children }: Element, first: string, ...path: readonly string[]): readonly Element[] {
  const found = children.filter(({ name }) => name === first);
  const [next, ...rest] = path;
  return next === undefined ? found : found.flatMap((element) => allAt(element, next, ...rest));
}

/** The text of the first element at a path; undefined where there is none, or nothing in it. */
export function textAt(element: Element, first: string, ...path: readonly string[]): string | undefined {
  const text = allAt(element, first, ...path)[0]?.text.trim();
  return text === '' ? undefined : text;
}
