import type { Font } from 'fontkit';

// What pdfkit can do and its types do not say yet.
declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** Takes a font that is parsed already. */
      registerFont(name: string, font: Font): this;
    }

    interface StructureElementOptions {
      /** Of a heading cell: what it is the head of. */
      scope?: 'Column' | 'Row';
    }
  }
}
