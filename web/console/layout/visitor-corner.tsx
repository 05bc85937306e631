import type { ConsoleVisitor } from '../../../contracts/console/door.ts';
import { signInPaths } from '../../../contracts/console/paths.ts';

/** Who is signed in, in which role, and the way out. */
export function VisitorCorner({
  visitor: { person, role },
  csrf,
}: {
  readonly visitor: ConsoleVisitor;
  readonly csrf: string;
}) {
  return (
    <form class="visitor" method="post" action={signInPaths.leave}>
      <input type="hidden" name="csrf" value={csrf} />
      <span class="visitor-person" title={person}>
        {person}
      </span>
      <span class="badge">{role}</span>
      <button type="submit">Sign out</button>
    </form>
  );
}
