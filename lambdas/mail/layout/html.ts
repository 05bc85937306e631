import type { Block, Fact, Letter, PriceTable } from '../letters/letter.ts';
import { oneLine } from './line.ts';

const styles = {
  body: 'margin:0;padding:16px;background-color:#ffffff;color:#1a1a1a;font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5',
  main: 'max-width:600px;margin:0 auto',
  paragraph: 'margin:0 0 16px',
  table: 'width:100%;margin:0 0 16px;border-collapse:collapse',
  caption: 'padding:0 0 8px;text-align:left;font-weight:bold',
  head: 'padding:4px 0 4px 8px;border-bottom:2px solid #1a1a1a;text-align:right;vertical-align:bottom',
  name: 'padding:8px 0;border-bottom:1px solid #c4c4c4;text-align:left;font-weight:normal;vertical-align:top',
  amount:
    'padding:8px 0 8px 8px;border-bottom:1px solid #c4c4c4;text-align:right;vertical-align:top;white-space:nowrap',
  sum: 'padding:4px 0;text-align:left;font-weight:bold',
  label: 'padding:2px 16px 2px 0;text-align:left;vertical-align:top;font-weight:normal;color:#595959',
  value: 'padding:2px 0;text-align:left;vertical-align:top',
  small: 'font-size:14px;color:#595959',
  link: 'color:#0b57d0',
};

/** A letter as an HTML page with its styles inline; everything in it is escaped. */
export function renderHtml({ language, subject, blocks }: Letter): string {
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(subject)}</title>
</head>
<body style="${styles.body}">
<main style="${styles.main}">
${blocks.map(renderBlock).join('\n')}
</main>
</body>
</html>
`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return paragraph(escape(block.text));
    case 'facts':
      return renderFacts(block.facts);
    case 'prices':
      return renderPrices(block);
    case 'signature': {
      const mail = link(`mailto:${block.email}`, block.email);
      const lines = [escape(block.closing), escape(block.name), mail, link(block.website, block.website)];
      return paragraph(lines.join('<br>\n'));
    }
  }
}

function renderFacts(facts: readonly Fact[]): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><th scope="row" style="${styles.label}">${escape(label)}</th><td style="${styles.value}">${escape(value)}</td></tr>`,
  );
  return `<table style="${styles.table}">\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function renderPrices({ caption, columns, rows, sums, note }: PriceTable): string {
  const heads = columns.map((column) => `<th scope="col" style="${styles.head}">${escape(column)}</th>`);
  const lines = rows.map(({ name, notes, amounts }) => {
    const remarks = notes.map((remark) => `<br><span style="${styles.small}">${escape(remark)}</span>`);
    const cells = amounts.map((amount) => `<td style="${styles.amount}">${escape(amount)}</td>`);
    return `<tr><th scope="row" style="${styles.name}">${escape(name)}${remarks.join('')}</th>${cells.join('')}</tr>`;
  });
  const span = String(columns.length);
  const totals = sums.map(
    ({ label, value }) =>
      `<tr><th scope="row" colspan="${span}" style="${styles.sum}">${escape(label)}</th><td style="${styles.amount}">${escape(value)}</td></tr>`,
  );
  return `<table style="${styles.table}">
<caption style="${styles.caption}">${escape(caption)}</caption>
<thead>
<tr><td style="${styles.head}"></td>${heads.join('')}</tr>
</thead>
<tbody>
${[...lines, ...totals].join('\n')}
</tbody>
</table>
<p style="${styles.paragraph};${styles.small}">${escape(note)}</p>`;
}

function paragraph(html: string): string {
  return `<p style="${styles.paragraph}">${html}</p>`;
}

function link(address: string, label: string): string {
  return `<a href="${escape(address)}" style="${styles.link}">${escape(label)}</a>`;
}

/** One line, with everything that HTML reads as markup written as text. */
function escape(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
