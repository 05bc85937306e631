import type { Style } from '../typesetting/typesetter.ts';

const black = '#1a1a1a';
const grey = '#595959';

export const ruleColour = '#b3b3b3';

export const styles = {
  title: { weight: 'bold', size: 20, colour: black },
  vendor: { weight: 'bold', size: 14, colour: black },
  headline: { weight: 'bold', size: 14, colour: black },
  heading: { weight: 'bold', size: 11, colour: black },
  text: { weight: 'regular', size: 9, colour: black },
  strong: { weight: 'bold', size: 9, colour: black },
  label: { weight: 'regular', size: 9, colour: grey },
  foot: { weight: 'regular', size: 7.5, colour: grey },
} as const satisfies Readonly<Record<string, Style>>;

/** A4 in points: 56 points (2 cm) of margin at the sides, and the foot in the lower one. */
export const area = { left: 56, right: 539, top: 42, width: 483, height: 734, foot: 788 } as const;
