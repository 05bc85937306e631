/** A document as a file. */
export interface DocumentFile {
  /** Such as `SNUG-2026-00001.pdf`. */
  readonly name: string;
  readonly type: 'application/pdf' | 'application/xml';
  readonly bytes: Uint8Array;
}
