import type { Block, Fact, Letter, PriceTable } from '../letter/letter.ts';
import { oneLine } from '../../wording/text/line.ts';

/** A letter as plain text: as complete as its HTML. */
export function renderText({ blocks }: Letter): string {
  return `${blocks.map(renderBlock).join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
    case 'call':
      return oneLine(block.text);
    case 'facts':
      return [withColon(block.caption), ...block.facts.map(renderFact)].join('\n');
    case 'link':
      return renderFact({ label: block.label, value: block.address });
    case 'action':
      return `> ${oneLine(block.label)}\n  ${oneLine(block.hint)}`;
    case 'page':
      return [`> ${oneLine(block.label)}`, block.address, oneLine(block.hint)].join('\n  ');
    case 'prices':
      return renderPrices(block);
    case 'signature':
      return [block.closing, block.name, block.email, block.website].map(oneLine).join('\n');
  }
}

function renderPrices({ caption, columns, rows, sums, note }: PriceTable): string {
  const lines = rows.flatMap(({ name, notes, amounts }) => [
    `- ${oneLine(name)}`,
    ...notes.map((remark) => `  ${oneLine(remark)}`),
    `  ${columns.map((column, index) => `${oneLine(column)}: ${oneLine(amounts[index] ?? '')}`).join('; ')}`,
  ]);
  return [withColon(caption), ...lines, ...sums.map(renderFact), oneLine(note)].join('\n');
}

function withColon(caption: string): string {
  const line = oneLine(caption);
  return line.endsWith(':') ? line : `${line}:`;
}

function renderFact({ label, value }: Fact): string {
  return `${oneLine(label)}: ${oneLine(value)}`;
}
