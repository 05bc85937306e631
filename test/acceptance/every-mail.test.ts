import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Application, openApplication } from '../support/application/application.ts';
import { followMails } from '../support/portal/followed-mails.ts';

const books = [
  { book: 'five-plans', from: '2025-12-01', to: '2027-01-20', mails: 90 },
  { book: 'desk-together', from: '2025-12-20', to: '2026-04-30', mails: 28 },
];

let application: Application;
beforeEach(async () => {
  application = await openApplication({ sharesThread: true });
}, 300_000);
afterEach(() => application.close());

test.each(books)(
  'every mail of $book leads to the page of its matter, in its language; its text has the same link',
  async ({ book, from, to, mails }) => {
    const { followed, book: played } = await followMails(application.cloud, book, from, to);
    expect(followed.length).toBeGreaterThanOrEqual(mails);
    for (const { mailId, subject, text, language, links, path, page } of followed) {
      const name = `${mailId} ${path}: ${subject}`;
      expect(links.html, name).toHaveLength(1);
      expect(links.text, name).toEqual(links.html);
      expect([page.status, page.language], name).toEqual([200, language]);
      const [, section = '', id] = path.split('/').map(decodeURIComponent);
      expect(['licences', 'together', 'quotes', 'invoices', 'credit-notes'], name).toContain(section);
      if (id === undefined) {
        const named = played.customers.filter((each) => page.words.includes(each.name));
        expect(named, name).toHaveLength(1);
      } else if (section === 'together') {
        const inMail = played.licences.filter(({ licenceId }) => names(text, licenceId));
        expect(inMail.length, name).toBeGreaterThan(1);
        const onPage = played.licences.filter(({ licenceId }) => names(page.words, licenceId));
        expect(onPage, name).toEqual(inMail);
      } else {
        expect(`${subject} ${text}`, name).toContain(id);
        expect(page.words, name).toContain(id);
      }
    }
  },
  20 * 60_000,
);

/** Whether a text names a licence, and not only one whose id begins so. */
function names(text: string, licenceId: string): boolean {
  return new RegExp(String.raw`(?<![\w-])${licenceId}(?![\w-])`).test(text);
}
