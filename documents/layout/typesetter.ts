import PDFDocument from 'pdfkit';
import { face, type FaceName, type Weight } from '../faces.ts';
import { linesOf } from './lines.ts';
import { isBackwards, type Run, runsOf } from './runs.ts';

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
}

/** From the top of a line to its base, and from line to line, in parts of the size. */
const ascent = 1.05;
const leading = 1.4;

/** Writes text and lines into a PDF/A, each of them as what it is in the document's structure. */
export class Typesetter {
  readonly root: Element;
  private readonly pdf: PDFKit.PDFDocument;
  private readonly registered = new Set<FaceName>();

  constructor({ title, language, date }: Properties) {
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

  lineHeight({ size }: Style): number {
    return size * leading;
  }

  width(text: string, style: Style): number {
    return runsOf(text, style.weight).reduce((sum, run) => sum + this.widthOf(run, style), 0);
  }

  lines(text: string, style: Style, width: number, most?: number): readonly string[] {
    return linesOf(text.normalize('NFC'), width, (part) => this.width(part, style), most);
  }

  /** Writes a line of an element, or of what is none (a page number, a repeated head). `x` is its left end. */
  line(text: string, style: Style, x: number, top: number, element?: Element): void {
    this.marked(element, () => {
      let left = x;
      for (const run of runsOf(text, style.weight)) {
        this.use(run.face, style.size);
        const whole = isShapedWhole(run) ? { features: [] } : {};
        const at = { lineBreak: false, baseline: 'alphabetic', ...whole } as const;
        this.pdf.fillColor(style.colour).text(run.text, left, top + style.size * ascent, at);
        left += this.widthOf(run, style);
      }
    });
  }

  rule(left: number, right: number, top: number, colour: string): void {
    this.marked(undefined, () => {
      this.pdf.lineWidth(0.5).strokeColor(colour).moveTo(left, top).lineTo(right, top).stroke();
    });
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

  private widthOf(run: Run, { size }: Style): number {
    this.use(run.face, size);
    return this.pdf.widthOfString(run.text, isShapedWhole(run) ? { features: [] } : {});
  }

  private use(name: FaceName, size: number): void {
    if (!this.registered.has(name)) {
      this.pdf.registerFont(name, face(name));
      this.registered.add(name);
    }
    this.pdf.font(name).fontSize(size);
  }
}

/** pdfkit shapes word by word and keeps the words; what joins across spaces or turns round has to be shaped whole. */
function isShapedWhole(run: Run): boolean {
  return isBackwards(run) || run.face === 'emoji';
}
