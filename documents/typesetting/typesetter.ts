import PDFDocument from 'pdfkit';
import type { FaceName, Weight } from '../fonts/faces.ts';
import { embeddable } from './embeddable.ts';
import type { EmbeddedFile } from './embedded-file.ts';
import type { HanForm } from './han-form.ts';
import { linesOf } from './lines.ts';
import { isBackwards, type Run, runsOf } from './runs.ts';
import { Shaper } from './shaper.ts';

export interface Style {
  readonly weight: Weight;
  /** In points. */
  readonly size: number;
  readonly colour: string;
}

/** An element of the document's structure, such as a paragraph or a table's cell. */
export type Element = PDFKit.PDFStructureElement;

export interface Properties {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** The day that it was made, as its metadata have it. */
  readonly date: string;
  readonly han: HanForm;
}

/** A picture with its size in points. */
interface Image {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** From the top of a line to its base, and from line to line, in parts of the size. */
const ascent = 1.05;
const leading = 1.32;

/** Writes text and lines into a PDF/A, each of them as what it is in the document's structure. */
export class Typesetter {
  readonly root: Element;
  private readonly pdf: PDFKit.PDFDocument;
  private readonly registered = new Set<FaceName>();
  private readonly shaper = new Shaper();
  private readonly han: HanForm;

  constructor({ title, language, date, han }: Properties) {
    this.han = han;
    this.pdf = new PDFDocument({
      // None of the fonts that readers are expected to have: PDF/A embeds every one.
      font: '',
      autoFirstPage: false,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      lang: language,
      displayTitle: true,
      info: {
        Title: title,
        Creator: 'Perennial',
        Producer: 'Perennial',
        CreationDate: new Date(`${date}T00:00:00Z`),
      },
    });
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  addPage(): void {
    this.pdf.addPage({ size: 'A4', margin: 0 });
  }

  /** A new element at the end of another. */
  element(parent: Element, type: string, scope?: 'Column' | 'Row'): Element {
    const element = this.pdf.struct(type, scope === undefined ? {} : { scope });
    parent.add(element);
    return element;
  }

  /** A new picture at the end of an element; `alt` says in words what it shows. */
  picture(parent: Element, alt: string): Element {
    const element = this.pdf.struct('Figure', { alt });
    parent.add(element);
    return element;
  }

  image({ png, width, height }: Image, left: number, top: number, element: Element): void {
    this.marked(element, () => {
      this.pdf.image(Buffer.from(png), left, top, { width, height });
    });
  }

  /** Draws the dark modules of a QR code as one filled shape, `module` points each. */
  code(
    modules: readonly (readonly boolean[])[],
    module: number,
    left: number,
    top: number,
    element: Element,
  ): void {
    this.marked(element, () => {
      for (const [row, darks] of modules.entries())
        for (const { from, to } of spans(darks))
          this.pdf.rect(left + from * module, top + row * module, (to - from) * module, module);
      this.pdf.fill('#000000');
    });
  }

  lineHeight({ size }: Style): number {
    return size * leading;
  }

  width(text: string, style: Style): number {
    return this.runs(text, style).reduce((sum, run) => sum + this.widthOf(run, style), 0);
  }

  lines(text: string, style: Style, width: number, most?: number): readonly string[] {
    return linesOf(text.normalize('NFC'), width, (part) => this.width(part, style), most);
  }

  /** Writes a line of an element, or of what is none (a page number, a repeated head). `x` is its left end. */
  line(text: string, style: Style, x: number, top: number, element?: Element): void {
    this.marked(element, () => {
      let left = x;
      for (const run of this.runs(text, style)) {
        this.run(run, style, left, top + style.size * ascent);
        left += this.widthOf(run, style);
      }
    });
  }

  rule(left: number, right: number, top: number, colour: string): void {
    this.marked(undefined, () => {
      this.pdf.lineWidth(0.5).strokeColor(colour).moveTo(left, top).lineTo(right, top).stroke();
    });
  }

  /** Puts a file into the PDF, and what the metadata say of it. */
  embed({ bytes, name, type, description, date, relationship, metadata }: EmbeddedFile): void {
    const made = new Date(`${date}T00:00:00Z`);
    const src = Buffer.from(bytes);
    this.pdf.file(src, { name, type, description, relationship, creationDate: made, modifiedDate: made });
    this.pdf.appendXML(metadata);
  }

  async bytes(): Promise<Buffer> {
    this.root.end();
    this.pdf.end();
    return Buffer.concat(await this.pdf.toArray());
  }

  private marked(element: Element | undefined, draw: () => void): void {
    if (element === undefined) {
      this.pdf.markContent('Artifact', { type: 'Layout' });
      draw();
      this.pdf.endMarkedContent();
      return;
    }
    const content = this.pdf.markStructureContent('Span');
    draw();
    this.pdf.endMarkedContent();
    element.add(content);
  }

  private run(run: Run, style: Style, left: number, base: number): void {
    this.use(run.face, style.size);
    this.pdf.fillColor(style.colour).text(run.text, left, base, {
      lineBreak: false,
      baseline: 'alphabetic',
      features: featuresOf(run),
      ...this.emboldened(run, style),
    });
  }

  private runs(text: string, { weight }: Style): readonly Run[] {
    return runsOf(text, weight, this.han);
  }

  private widthOf(run: Run, { size }: Style): number {
    return this.shaper.width(run.face, run.text, isBackwards(run)) * size;
  }

  /** Only Latin, Greek and Cyrillic have a bold face: the others are drawn with a thicker line. */
  private emboldened({ face }: Run, { weight, size, colour }: Style) {
    if (weight !== 'bold' || face === 'bold') return {};
    this.pdf.lineWidth(size / 40).strokeColor(colour);
    return { fill: true, stroke: true } as const;
  }

  private use(name: FaceName, size: number): void {
    if (!this.registered.has(name)) {
      const shape = (text: string, features: readonly string[]) =>
        this.shaper.signs(name, text, features.includes(fromRightToLeft));
      this.pdf.registerFont(name, embeddable(name, shape));
      this.registered.add(name);
    }
    this.pdf.font(name).fontSize(size);
  }
}

/** Where a row is dark without a gap: fewer and larger shapes leave no hairlines between modules. */
function spans(darks: readonly boolean[]): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  darks.forEach((isDark, index) => {
    const last = found.at(-1);
    if (isDark && last?.to === index) last.to = index + 1;
    else if (isDark) found.push({ from: index, to: index + 1 });
  });
  return found;
}

/** pdfkit hands a run's features on to its font: this one says that the run is read from right to left. */
const fromRightToLeft = 'rtla';

function featuresOf(run: Run): PDFKit.Mixins.OpenTypeFeatures[] {
  return isBackwards(run) ? [fromRightToLeft] : [];
}
