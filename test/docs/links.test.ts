import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/docs/documents.ts';

/** All but the template of decisions, whose link is an example. */
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...globSync('docs/**/*.md', { cwd: root, exclude: ['docs/adr/template.md'] }),
];

function proseOf(document: string): string {
  return readFileSync(join(root, document), 'utf8').replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '');
}

/** Where a document's links lead, without those to other sites. */
function linksIn(document: string): readonly string[] {
  const text = proseOf(document).replaceAll(/`[^`\n]+`/g, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** What GitHub and editors make of the headings, and the anchors that the document names itself. */
function anchorsIn(document: string): readonly string[] {
  const text = proseOf(document);
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/<[^>]+>|[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
  return [...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)];
}

/** Whether the file of a link exists, and the heading in it. */
function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || anchorsIn(file).includes(anchor);
}

describe.each(documents)('%s', (document) => {
  test('has links to files and headings that exist, and no others', () => {
    expect(linksIn(document).filter((link) => !leadsSomewhere(document, link))).toEqual([]);
  });
});

test('links are found', () => {
  expect(documents.flatMap(linksIn).length).toBeGreaterThan(150);
});

test.each(['docs', 'docs/adr'])('%s/README.md lists every other document of its folder', (folder) => {
  const others = documents.filter((each) => dirname(each) === folder && each !== `${folder}/README.md`);
  const listed = linksIn(`${folder}/README.md`);
  expect(others.length).toBeGreaterThan(20);
  expect(others.filter((each) => !listed.includes(each.slice(folder.length + 1)))).toEqual([]);
});
