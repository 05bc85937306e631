import { describeBook } from '../../support/acceptance/books.ts';

describeBook({ book: 'desk-facts', from: '2026-01-05', to: '2027-03-10' });
