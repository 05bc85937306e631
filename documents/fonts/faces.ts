import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In the bundle of a function the fonts lie beside its code, as they do here. */
const folder = join(import.meta.dirname, 'files');

const files = {
  /** Latin, Greek, Cyrillic, and what stands between words in any script. */
  regular: 'NotoSans-Regular.ttf',
  bold: 'NotoSans-Bold.ttf',
  arabic: 'NotoSansArabic-Regular.ttf',
  armenian: 'NotoSansArmenian-Regular.ttf',
  bengali: 'NotoSansBengali-Regular.ttf',
  canadian: 'NotoSansCanadianAboriginal-Regular.ttf',
  cherokee: 'NotoSansCherokee-Regular.ttf',
  devanagari: 'NotoSansDevanagari-Regular.ttf',
  ethiopic: 'NotoSansEthiopic-Regular.ttf',
  georgian: 'NotoSansGeorgian-Regular.ttf',
  gujarati: 'NotoSansGujarati-Regular.ttf',
  gurmukhi: 'NotoSansGurmukhi-Regular.ttf',
  hebrew: 'NotoSansHebrew-Regular.ttf',
  kannada: 'NotoSansKannada-Regular.ttf',
  khmer: 'NotoSansKhmer-Regular.ttf',
  lao: 'NotoSansLao-Regular.ttf',
  malayalam: 'NotoSansMalayalam-Regular.ttf',
  myanmar: 'NotoSansMyanmar-Regular.ttf',
  nko: 'NotoSansNKo-Regular.ttf',
  oriya: 'NotoSansOriya-Regular.ttf',
  sinhala: 'NotoSansSinhala-Regular.ttf',
  syriac: 'NotoSansSyriac-Regular.ttf',
  tamil: 'NotoSansTamil-Regular.ttf',
  telugu: 'NotoSansTelugu-Regular.ttf',
  thaana: 'NotoSansThaana-Regular.ttf',
  thai: 'NotoSansThai-Regular.ttf',
  tibetan: 'NotoSerifTibetan-Regular.ttf',
  tifinagh: 'NotoSansTifinagh-Regular.ttf',
  /** Kanji as Japan writes them, kana. */
  japanese: 'NotoSansJP-Regular.ttf',
  /** Han characters as China writes them, all of Unicode's first block. */
  simplified: 'NotoSansSC-Regular.ttf',
  /** Han characters as Taiwan writes them: those of Big5 and Hong Kong's additions to it. */
  traditional: 'NotoSansTC-Regular.ttf',
  /** Hangul. */
  korean: 'NotoSansKR-Regular.ttf',
  symbols: 'NotoSansSymbols-Regular.ttf',
  shapes: 'NotoSansSymbols2-Regular.ttf',
  emoji: 'NotoEmoji-Regular.ttf',
} as const;

export type FaceName = keyof typeof files;
export type Weight = 'regular' | 'bold';

/** The bytes of a face's font file. */
export function readFace(name: FaceName): Buffer {
  return readFileSync(join(folder, files[name]));
}
