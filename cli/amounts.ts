export { inFigures } from '../domain/money.ts';
