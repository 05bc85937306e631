import * as z from 'zod/mini';

/** What mails are written on, by daylight and in a dark theme. */
export const grounds = { light: '#ffffff', dark: '#1c1e21' } as const;

const colourSchema = z
  .string()
  .check(
    z.regex(/^#[0-9a-f]{6}$/, { error: 'expected a colour in small hexadecimal digits such as #1f6f5c' }),
  );

const size = z.int().check(z.minimum(1), z.maximum(600));

/** A file in base64 that begins as every PNG does. */
const pngSchema = z.base64().check(z.startsWith('iVBORw0KGgo', { error: 'expected a PNG file in base64' }));

const logoSchema = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('web'),
    address: z.url({ protocol: /^https$/ }),
    width: size,
    height: size,
  }),
  /** Goes with each mail: a PNG file in base64. */
  z.strictObject({ from: z.literal('attachment'), png: pngSchema, width: size, height: size }),
]);

/** How a vendor's mails look. Widths and heights are in CSS pixels. */
export const brandingSchema = z.strictObject({
  light: coloursOn('light'),
  dark: coloursOn('dark'),
  logo: z.nullable(logoSchema),
});

/** The least for text by WCAG 2.2, success criterion 1.4.3 (level AA). */
const leastContrast = 4.5;

/** `accent` colours links on the ground, and buttons, whose text is in `onAccent`. */
function coloursOn(theme: keyof typeof grounds) {
  return z.strictObject({ accent: colourSchema, onAccent: colourSchema }).check(
    z.superRefine(({ accent, onAccent }, context) => {
      for (const [colour, ground] of [
        [accent, grounds[theme]],
        [onAccent, accent],
      ] as const) {
        const ratio = contrast(colour, ground);
        if (ratio >= leastContrast) continue;
        const message = `${colour} on ${ground} has a contrast of ${ratio.toFixed(2)}:1; text needs ${leastContrast}:1: take a ${theme === 'light' ? 'darker' : 'lighter'} accent`;
        context.addIssue({ code: 'custom', message });
      }
    }),
  );
}

/** The ratio of two colours' luminances, 1 to 21 (WCAG 2.2, contrast ratio). */
function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const part = (from: number) => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}
