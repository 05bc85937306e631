/** Where the console is, and what time it is there. */
export function ClockCorner({ now, place }: { readonly now: string; readonly place: string }) {
  return (
    <p class="clock">
      <span class="clock-place">{place}</span>
      <time datetime={now}>{now.slice(0, 'yyyy-mm-dd'.length)}</time>
    </p>
  );
}
