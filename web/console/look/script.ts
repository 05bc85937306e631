/**
 * Keys of the console: `/` searches; `g` and a letter goes to a place; `j` and `k` go through the rows of a list. Without
 * the script everything works by links and forms. A form is sent once.
 */
export const script = `
const places = { t: '/', d: '/due', f: '/forecast', e: '/executions', c: '/customers', l: '/licences', i: '/invoices', q: '/quotes', p: '/payments', w: '/plans' };
let goes = false;
const isTyping = (target) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target)) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (goes) {
    goes = false;
    const place = places[event.key];
    if (place !== undefined) location.assign(place);
  } else if (event.key === 'g') {
    goes = true;
    setTimeout(() => { goes = false; }, 1500);
  } else if (event.key === '/') {
    event.preventDefault();
    document.querySelector('.search input')?.focus();
  } else if (event.key === 'j' || event.key === 'k') {
    const links = [...document.querySelectorAll('tbody th a')];
    const at = links.indexOf(document.activeElement);
    const next = event.key === 'j' ? at + 1 : at - 1;
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
  }
});
addEventListener('submit', (event) => {
  if (event.target.method !== 'post') return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = 'yes';
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});
document.addEventListener('change', (event) => {
  if (event.target.matches('form.filters select')) event.target.form.requestSubmit();
});
`;
