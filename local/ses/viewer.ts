import { readFile } from 'node:fs/promises';
import { answerOf, type ServiceAnswer, type ServiceRequest } from '../endpoint/exchange.ts';
import type { Mail, Mailbox } from './mailbox.ts';
import { escapeMarkup } from '../shared/markup.ts';

/** Path of the list; each mail is below it. */
export const viewerPath = '/mails';

/** Most mails of the list, the latest of all. */
const MOST_LISTED = 200;

/** What a browser may load of a mail: only what is in it. */
const headers = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:",
  'x-content-type-options': 'nosniff',
};

const isMail = /^\/mails\/([\w-]+)$/;

/** Answers a browser with a page that lists the mails, or shows one. */
export async function showMails(mailbox: Mailbox, { url }: ServiceRequest): Promise<ServiceAnswer> {
  const id = isMail.exec(url)?.[1];
  if (id === undefined) return page(200, 'Mails', await list(mailbox));
  const mail = mailbox.list().find(({ messageId }) => messageId === id);
  return mail === undefined
    ? page(404, 'No such mail', '<p>There is no mail of this address.</p>')
    : show(mail);
}

async function list(mailbox: Mailbox): Promise<string> {
  const mails = mailbox.list();
  const rows = await Promise.all(mails.slice(-MOST_LISTED).reverse().map(row));
  const shown = mails.length > MOST_LISTED ? `the latest ${MOST_LISTED} of ` : '';
  return `<p>${shown}${mails.length} mails</p><table><tr><th>Date<th>To<th>Subject</tr>${rows.join('')}</table>`;
}

async function row({ file, messageId }: Mail): Promise<string> {
  const raw = await readFile(file);
  const end = raw.indexOf('\r\n\r\n');
  const { date, to, subject } = await parse(end < 0 ? raw : raw.subarray(0, end + 4));
  return `<tr><td>${escapeMarkup(date)}<td>${escapeMarkup(to)}<td><a href="${viewerPath}/${messageId}">${escapeMarkup(subject)}</a></tr>`;
}

async function show({ file, destinations }: Mail): Promise<ServiceAnswer> {
  const { from, to, date, subject, html, text, attachments } = await parse(await readFile(file));
  const facts = [
    ['From', from],
    ['To', to],
    ['Envelope', destinations.join(', ')],
    ['Date', date],
    ['Attachments', attachments.join(', ')],
  ];
  const known = facts.map(([name = '', value = '']) =>
    value === '' ? '' : `${name}: ${escapeMarkup(value)}<br>`,
  );
  // Scripts of a mail do not run; its links open in another tab.
  const body =
    html === ''
      ? `<pre>${escapeMarkup(text)}</pre>`
      : `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${escapeMarkup(`<base target="_blank">${html}`)}"></iframe>`;
  return page(200, subject, `<p>${known.join('')}<a href="${viewerPath}">All mails</a></p>${body}`);
}

/** The parser takes a while to load, and a play of a book needs no pages. */
async function parse(raw: Buffer) {
  const { simpleParser } = await import('mailparser');
  const { from, to, date, subject = '', html, text = '', attachments } = await simpleParser(raw);
  return {
    from: from?.text ?? '',
    to: [to ?? []]
      .flat()
      .map((each) => each.text)
      .join(', '),
    date: date?.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length).replace('T', ' ') ?? '',
    subject: subject === '' ? 'No subject' : subject,
    html: html === false ? '' : html,
    text,
    attachments: attachments.map(({ filename }) => filename ?? 'unnamed'),
  };
}

function page(statusCode: number, title: string, content: string): ServiceAnswer {
  const style =
    'body{font:15px sans-serif;margin:2em}td,th{text-align:left;padding:.2em 1em .2em 0}iframe{width:100%;height:80vh;border:1px solid #ccc}';
  return answerOf(
    statusCode,
    'text/html; charset=utf-8',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeMarkup(title)}</title><style>${style}</style><h1>${escapeMarkup(title)}</h1>${content}</html>`,
    headers,
  );
}
