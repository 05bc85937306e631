import type { Route } from './resources.ts';

/** The route that a request takes: the one that says most about it, as API Gateway chooses. Undefined where none fits. */
export function routeFor(routes: readonly Route[], method: string, path: string): Route | undefined {
  const fitting = routes.filter(({ key }) => fits(key, method, path));
  return fitting.toSorted((one, other) => weightOf(other.key) - weightOf(one.key))[0];
}

function fits(key: string, method: string, path: string): boolean {
  if (key === '$default') return true;
  const [ofKey = '', pattern = ''] = key.split(' ');
  if (ofKey !== 'ANY' && ofKey !== method) return false;
  const wanted = pattern.split('/').slice(1);
  const parts = path.split('/').slice(1);
  if (!isGreedy(wanted.at(-1)) && wanted.length !== parts.length) return false;
  return wanted.every((part, index) => {
    const given = parts[index] ?? '';
    return part.startsWith('{') ? given !== '' : part === given;
  });
}

/** A whole path before one that ends with anything, and that before `$default`; words before variables, a method before any. */
function weightOf(key: string): number {
  if (key === '$default') return 0;
  const parts = key.split('/');
  const words = parts.filter((part) => !part.startsWith('{')).length;
  return (isGreedy(parts.at(-1)) ? 100 : 200) + words * 2 + (key.startsWith('ANY ') ? 0 : 1);
}

function isGreedy(part: string | undefined): boolean {
  return part?.endsWith('+}') === true;
}
