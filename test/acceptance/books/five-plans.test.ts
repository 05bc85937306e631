import { describeBook } from '../../support/acceptance/books.ts';

describeBook({ book: 'five-plans', from: '2025-12-01', to: '2027-04-30' });
