/** A piece of a document that no page break divides. */
export interface Piece {
  /** In points. */
  readonly height: number;
  /** The space above it, which is omitted at the top of a page. */
  readonly gap: number;
  /** Whether it may not be the last of its page. */
  readonly keepsWithNext: boolean;
  /** Is written again above it where it begins a page. */
  readonly head?: Pick<Piece, 'height' | 'draw'> | undefined;
  /** Draws it; `top` counts from the top of the page. */
  readonly draw: (top: number) => void;
}

/** What is drawn, and how far below the top of the page's contents. */
interface Placed {
  readonly draw: Piece['draw'];
  readonly top: number;
}

/**
 * Places pieces on pages of `height` points. Pieces that keep together go to the next page together; only where they
 * are longer than a page are they divided.
 */
export function paginate(pieces: readonly Piece[], height: number): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  let page = pages[0] ?? [];
  let used = 0;
  let count = 0;
  const breakPage = ({ head }: Piece) => {
    page = head === undefined ? [] : [{ draw: head.draw, top: 0 }];
    used = head?.height ?? 0;
    count = 0;
    pages.push(page);
  };
  const place = (piece: Piece) => {
    if (count > 0 && used + piece.gap + piece.height > height) breakPage(piece);
    if (count > 0) used += piece.gap;
    page.push({ draw: piece.draw, top: used });
    used += piece.height;
    count += 1;
  };
  for (const group of groupsOf(pieces)) {
    const needed = group.reduce((sum, { gap, height: own }) => sum + gap + own, 0);
    const [first] = group;
    if (first !== undefined && count > 0 && used + needed > height) breakPage(first);
    group.forEach(place);
  }
  return pages;
}

function groupsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  let keeps = false;
  for (const piece of pieces) {
    if (keeps) groups.at(-1)?.push(piece);
    else groups.push([piece]);
    keeps = piece.keepsWithNext;
  }
  return groups;
}
