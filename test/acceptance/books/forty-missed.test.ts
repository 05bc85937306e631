import { describeBook } from '../../support/acceptance/books.ts';

describeBook({
  book: 'forty',
  from: '2026-01-01',
  to: '2027-06-30',
  missed: '2026-04-10..2026-04-19',
  expected: 'expected-missed.jsonl',
});
