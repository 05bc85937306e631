import type { Embeddable } from './embeddable.ts';

// What pdfkit and fontkit can do and their types do not say yet.
declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** Takes a font that is parsed already. */
      registerFont(name: string, font: Embeddable): this;
    }

    interface PDFAttachmentOptions {
      /** AFRelationship: what the file is to the document. */
      relationship?: string;
    }

    interface StructureElementOptions {
      /** Of a heading cell: what it is the head of. */
      scope?: 'Column' | 'Row';
    }
  }
}

declare module 'fontkit' {
  interface Subset {
    readonly font: Font;
    includeGlyph(glyph: number): number;
    /** Writes a glyph into the tables, and gives its number there. */
    _addGlyph(glyph: number): number;
    readonly glyf: Uint8Array[];
    readonly loca: { readonly offsets: number[] };
    readonly hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] };
    /** How long the glyphs are that are written. */
    offset: number;
  }
}
