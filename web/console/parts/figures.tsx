/** A number that is looked at first, and the list behind it. */
export interface ShownFigure {
  readonly label: string;
  readonly value: string | number;
  readonly note?: string;
  readonly href?: string;
  /** Whether somebody has to act where it is more than nothing. */
  readonly needsSomebody?: boolean;
}

/** Numbers side by side, each a way to its list. */
export function Figures({ figures }: { readonly figures: readonly ShownFigure[] }) {
  return (
    <ul class="figures">
      {figures.map(({ label, value, note, href, needsSomebody }) => {
        const body = (
          <>
            <span class="figure-label">{label}</span>
            <strong>{value}</strong>
            {note === undefined ? null : <span class="figure-note">{note}</span>}
          </>
        );
        const tone = needsSomebody !== true ? 'figure' : value === 0 ? 'figure nothing' : 'figure attention';
        return (
          <li>
            {href === undefined ? (
              <div class={tone}>{body}</div>
            ) : (
              <a class={tone} href={href}>
                {body}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
