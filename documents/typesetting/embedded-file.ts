import type { CivilDate } from '../../domain/calendar.ts';

/** A file inside a PDF/A-3. */
export interface EmbeddedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its media type. */
  readonly type: string;
  readonly description: string;
  /** The day that it was made and changed. */
  readonly date: CivilDate;
  /** What it is to the document (ISO 32000-2): `Alternative` says the same in another form. */
  readonly relationship: 'Alternative';
  /** XMP about it: descriptions of RDF. */
  readonly metadata: string;
}
