import { afterAll, beforeAll, expect, test } from 'vitest';
import { netjapanMaintenance as netjapan } from '../../plans/netjapan-maintenance.ts';
import { smartertoolsMaintenance as smartertools } from '../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../plans/video-sma.ts';
import { vtubeLaserSmp as vtube } from '../../plans/vtube-laser-smp.ts';
import { openOperator, type Operator } from '../support/cli/operator.ts';
import { portalSite } from '../support/cli/portal-site.ts';

let operator: Operator;
beforeAll(async () => {
  operator = await openOperator();
}, 300_000);
afterAll(() => operator.stop());

test("the vendor's own site does all that a customer can, by the permissions of the function of the page", async () => {
  operator.cloud.clock.set('2026-03-10T12:00:00Z');
  const { ask, ...site } = portalSite(operator.cloud, 'jane@customer.example');
  const own = (path: string) => ask(`/customers/C-1${path}`);
  const did = (action: string, body: unknown) => site.did('C-1', action, body);
  const cover = { registeredOn: '2026-01-01', coverEnds: '2026-12-31' };
  const quoted = await operator.licence(netjapan, { ...cover, coverEnds: '2026-04-30' });
  const automatic = await operator.licence(videoSma, cover);
  const supported = await operator.licence(smartertools, cover);
  const [product] = vtube.updates?.products ?? [];
  const updated = await operator.licence(vtube, { ...cover, product });

  expect((await ask('/openapi.json')).status).toBe(200);
  expect((await ask('/customers/C-1/licences', undefined, { authorization: '' })).status).toBe(403);

  const { quote } = await did('request-quote', { licenceId: quoted });
  expect((await own(`/quotes/${String(quote)}`)).json).toMatchObject({ state: 'open', mayAccept: true });
  const accepted = await did('accept-quote', { number: quote, years: 1, by: 'Jane Roe', po: 'PO-1' });
  const [invoice] = accepted['invoices'] as string[];
  expect((await own(`/invoices/${invoice}`)).json).toMatchObject({ state: 'open', purchaseOrder: 'PO-1' });
  expect((await own(`/documents/${invoice}/pdf`)).status).toBe(200);

  await did('cancel-renewal', { licenceId: automatic, endsOn: '2026-12-31' });
  await did('resume-renewal', { licenceId: automatic });
  const change = await did('request-change', { licenceId: automatic, edition: 'Enterprise' });
  await did('accept-change', { number: change['quote'] });

  const { ticketId } = await did('open-ticket', { licenceId: supported, emergency: false });
  await did('grant-access', { licenceId: supported, ticketId });
  await did('revoke-access', { licenceId: supported, ticketId });
  await did('close-ticket', { licenceId: supported, ticketId });

  const publish = ['updates', 'publish', '--plan', vtube.id, '--product', product ?? '', '--version', '5.1'];
  expect((await operator.on('2026-03-10', [...publish, '--yes'])).status).toBe(0);
  await did('leave-announcements', { licenceId: updated });
  await did('join-announcements', { licenceId: updated });
  expect(await did('request-password', { licenceId: updated, version: '5.1' })).toMatchObject({
    isGiven: true,
  });
  expect((await own(`/licences/${updated}/updates`)).json).toMatchObject({
    updates: [{ version: '5.1', password: expect.stringMatching(/^[\w-]{17}$/) as unknown }],
  });

  await did('edit-details', { set: { vatId: 'DE123456789', alsoEmail: ['jo@customer.example'] } });
  await did('stop-mails', {});
  await did('resume-mails', {});
  for (const path of ['/licences', '/documents', '/payments', '/details', '/mails', '/export'])
    expect([path, (await own(path)).status]).toEqual([path, 200]);
  expect(operator.cloud.permissions().denied).toEqual([]);
});
