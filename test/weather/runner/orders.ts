import type { Violation } from '../checks/violation.ts';
import type { Play } from '../plays/play-out.ts';

/** What a worker is asked for. */
export type Order =
  | { readonly kind: 'play'; readonly play: Play; readonly trace?: string | undefined }
  /** Finds the shortest play that still breaks a rule. */
  | { readonly kind: 'shrink'; readonly play: Play; readonly rule: string }
  | { readonly kind: 'metamorphic'; readonly seed: number };

/** What it answers. */
export type Reply =
  | {
      readonly kind: 'played';
      readonly play: Play;
      readonly violations: readonly Violation[];
      readonly counts: ReadonlyMap<string, number>;
      readonly licenceDays: number;
    }
  | { readonly kind: 'shrunk'; readonly lines: readonly string[] }
  | { readonly kind: 'compared'; readonly problems: readonly string[] };
