interface ClockCornerProps {
  /** The present instant in UTC. */
  readonly now: string;
  /** Where the deployment is. */
  readonly place: string;
  /** The licence that the page is about: its next event is what the clock can be moved to. */
  readonly licence?: string | undefined;
}

/** Where the console is, and what time it is there; on the embedded cloud it leads to where the clock can be moved. */
export function ClockCorner({ now, place, licence }: ClockCornerProps) {
  const time = <time datetime={now}>{now.slice(0, 'yyyy-mm-dd'.length)}</time>;
  return (
    <p class="clock">
      <span class="clock-place">{place}</span>
      {place === embedded ? (
        <a href={licence === undefined ? '/clock' : `/clock?licence=${licence}`} title="Move the clock">
          {time}
        </a>
      ) : (
        time
      )}
    </p>
  );
}

/** As `perennial console` names it. */
const embedded = 'embedded cloud';
