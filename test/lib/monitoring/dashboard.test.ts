import { expect, it } from 'vitest';
import { configuration } from '../../../perennial.config.ts';
import { synthesised } from '../../support/lib/synthesis.ts';

const { stages } = configuration;
const console = {
  issuer: 'https://login.vendor.example/tenant',
  clientId: 'perennial-console',
  roles: { reader: ['readers'], operator: ['operators'] },
};
const withConsole = { stages: { ...stages, prod: { ...stages.prod, console } } };

it("shows the requests and the function of the hosted console beside the others'", () => {
  const without = dashboardOf(synthesised());
  expect(without).toContain('PortalApi/Api: requests');
  expect(without).not.toMatch(/Console\/(Api: requests|Lambda)/);
  const shown = dashboardOf(synthesised(withConsole));
  for (const name of ['PortalApi/Api: requests', 'Console/Api: requests', 'Console/Lambda']) {
    expect(shown).toContain(name);
  }
});

/** What the dashboard is defined by, as one text. */
function dashboardOf({ operations }: ReturnType<typeof synthesised>): string {
  return JSON.stringify(operations.findResources('AWS::CloudWatch::Dashboard'));
}
