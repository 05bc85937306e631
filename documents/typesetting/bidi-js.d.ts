// Its own types describe an ES module, which Node does not load it as. These are the parts that we call.

declare module 'bidi-js' {
  interface Bidi {
    /** A level for each UTF-16 unit: even where it is read from left to right, odd where from right to left. */
    getEmbeddingLevels(text: string, base: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
  }

  export default function bidiFactory(): Bidi;
}
