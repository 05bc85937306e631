import type { Action, Block, FactList, PriceTable } from '../letter/letter.ts';
import { escapeMarkup } from '../../wording/text/markup.ts';
import { mailto } from './mailto.ts';
import type { stylesOf } from './styles.ts';

type Styles = ReturnType<typeof stylesOf>;

/** A block of a letter as HTML; everything in it is escaped. */
export function renderBlock(styles: Styles, block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p style="${styles.paragraph}">${escapeMarkup(block.text)}</p>`;
    case 'call':
      return `<p class="call" style="${styles.call}">${escapeMarkup(block.text)}</p>`;
    case 'link':
      return `<p style="${styles.paragraph};${styles.small}">${renderLink(styles, block.address, block.label)}</p>`;
    case 'action':
      return renderButton(styles, block, mailto(block));
    case 'page':
      return renderButton(styles, block, block.address);
    case 'facts':
      return renderFacts(styles, block);
    case 'prices':
      return renderPrices(styles, block);
    case 'signature': {
      const { closing, name, email, website } = block;
      const link = (address: string, label: string) => renderLink(styles, address, label);
      const lines = [
        escapeMarkup(closing),
        escapeMarkup(name),
        link(mailto({ to: email }), email),
        link(website, website),
      ];
      return `<p style="${styles.paragraph}">${lines.join('<br>\n')}</p>`;
    }
  }
}

function renderLink(styles: Styles, address: string, label: string): string {
  return `<a class="link" href="${escapeMarkup(address)}" style="${styles.link}">${escapeMarkup(label)}</a>`;
}

function renderButton(
  styles: Styles,
  { label, hint }: Pick<Action, 'label' | 'hint'>,
  address: string,
): string {
  return `<table role="none" style="${styles.around}">
<tbody><tr><td class="button" style="${styles.button}"><a class="press" href="${escapeMarkup(address)}" style="${styles.press}">${escapeMarkup(label)}</a></td></tr></tbody>
</table>
<p class="muted" style="${styles.hint}">${escapeMarkup(hint)}</p>`;
}

function renderFacts(styles: Styles, { caption, facts }: FactList): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><th class="muted" scope="row" style="${styles.label}">${escapeMarkup(label)}</th><td style="${styles.value}">${escapeMarkup(value)}</td></tr>`,
  );
  return `<table style="${styles.table}">
<caption style="${styles.caption}">${escapeMarkup(caption)}</caption>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function renderPrices(styles: Styles, { caption, columns, rows, sums, note }: PriceTable): string {
  const heads = columns.map(
    (column) => `<th class="muted line" scope="col" style="${styles.column}">${escapeMarkup(column)}</th>`,
  );
  const lines = rows.map(({ name, notes, amounts }) => {
    const remarks = notes.map(
      (remark) => `<br><span class="muted" style="${styles.small}">${escapeMarkup(remark)}</span>`,
    );
    const cells = amounts.map(
      (amount, index) =>
        `<td class="line" data-label="${escapeMarkup(columns[index] ?? '')}" style="${styles.amount}">${escapeMarkup(amount)}</td>`,
    );
    return `<tr><th class="line" scope="row" style="${styles.row}">${escapeMarkup(name)}${remarks.join('')}</th>${cells.join('')}</tr>`;
  });
  const totals = sums.map(
    ({ label, value }, index) =>
      `<tr${index === sums.length - 1 ? ` style="${styles.lastSum}"` : ''}><th class="line" scope="row" style="${styles.sum}">${escapeMarkup(label)}</th><td class="line" style="${styles.amount}">${escapeMarkup(value)}</td></tr>`,
  );
  return `<table${columns.length > 1 ? ' class="stack"' : ''} style="${styles.table}">
<caption style="${styles.caption}">${escapeMarkup(caption)}</caption>
<thead>
<tr><td class="line" style="${styles.row}"></td>${heads.join('')}</tr>
</thead>
<tbody>
${[...lines, ...totals].join('\n')}
</tbody>
</table>
<p class="muted" style="${styles.paragraph};${styles.small}">${escapeMarkup(note)}</p>`;
}
