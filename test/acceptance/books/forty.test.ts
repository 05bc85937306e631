import { describeBook } from '../../support/acceptance/books.ts';

describeBook({ book: 'forty', from: '2026-01-01', to: '2027-06-30' });
