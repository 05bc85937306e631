import type { Plan } from '../../domain/plan/plan.ts';
import type { Letter } from '../letter/letter.ts';
import { renderBlock } from './blocks.ts';
import { escapeMarkup } from '../../wording/text/markup.ts';
import { logoOf } from './logo.ts';
import { sheetOf, stylesOf } from './styles.ts';

/**
 * A letter as an HTML page in its vendor's branding, one column of at most 600 px. Styles stand in the elements; the sheet
 * in the head adds the dark theme and narrow screens. The comments make Outlook for Windows keep to the width.
 */
export function renderHtml({ language, subject, preheader, vendor, blocks }: Letter): string {
  const { branding } = vendor;
  const styles = stylesOf(branding);
  const lang = escapeMarkup(language);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeMarkup(subject)}</title>
<style>
${sheetOf(branding)}
</style>
</head>
<body class="page" style="${styles.page}">
<div class="preheader" style="${styles.preheader}">${escapeMarkup(preheader)}</div>
<!--[if mso]><table role="none" align="center" width="600"><tr><td><![endif]-->
<div class="sheet" lang="${lang}" style="${styles.sheet}">
<div class="head" style="${styles.head}">${renderLogo(vendor, styles.logo)}${escapeMarkup(vendor.name)}</div>
<div class="main" style="${styles.main}">
${blocks.map((block) => renderBlock(styles, block)).join('\n')}
</div>
</div>
<!--[if mso]></td></tr></table><![endif]-->
</body>
</html>
`;
}

/** The name is next to it, so it adds nothing for readers who cannot see it. */
function renderLogo({ branding }: Plan['vendor'], style: string): string {
  const logo = logoOf(branding);
  if (logo === undefined) return '';
  const { src, width, height } = logo;
  return `<img src="${escapeMarkup(src)}" width="${width}" height="${height}" alt="" style="${style}">`;
}
