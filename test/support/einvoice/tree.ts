import { XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm';

/** An element of XML with its prefixed name; either `text` or `children` is empty. */
export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
  readonly text: string;
}

/** Parses XML; throws where it is not well formed. */
export function treeOf(xml: string): Tree {
  const document = XmlDocument.fromString(xml);
  try {
    return treeIn(document.root);
  } finally {
    document.dispose();
  }
}

function treeIn(element: XmlElement): Tree {
  const children: Tree[] = [];
  for (let node: XmlNode | null = element.firstChild; node !== null; node = nextOf(node))
    if (node instanceof XmlElement) children.push(treeIn(node));
  return {
    name: element.prefix === '' ? element.name : `${element.prefix}:${element.name}`,
    attributes: Object.fromEntries(element.attrs.map(({ name, content }) => [name, content])),
    children,
    text: children.length === 0 ? element.content.trim() : '',
  };
}

function nextOf(node: XmlNode): XmlNode | null {
  return (node as XmlNode & { next: XmlNode | null }).next;
}

/** All elements at the end of a path such as `cac:Party/cac:Contact`. */
export function allAt(tree: Tree, path: string): readonly Tree[] {
  return path
    .split('/')
    .reduce<readonly Tree[]>(
      (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
      [tree],
    );
}

/** The text of the first element at the end of a path. */
export function textAt(tree: Tree, path: string): string | undefined {
  return allAt(tree, path)[0]?.text;
}
