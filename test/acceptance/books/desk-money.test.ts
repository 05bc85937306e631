import { describeBook } from '../../support/acceptance/books.ts';

describeBook({ book: 'desk-money', from: '2025-12-01', to: '2026-09-30' });
