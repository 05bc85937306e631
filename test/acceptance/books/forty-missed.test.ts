import { describeBook } from '../../support/acceptance/books.ts';

describeBook({
  book: 'forty',
  from: '2026-01-01',
  // What was missed makes no difference after 2026-07-21.
  to: '2026-08-15',
  isCut: true,
  missed: '2026-04-10..2026-04-19',
  expected: 'expected-missed.jsonl',
});
