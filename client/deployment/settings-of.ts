import type { Settings } from '../../contracts/deployment/settings.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import { outputs } from '../../contracts/deployment/stacks.ts';

/** The settings of the adapters, from what was deployed. */
export function settingsOf(deployed: Readonly<Record<string, string>>): Settings {
  return {
    [environment.licencesTable]: deployed[outputs.licencesTable],
    [environment.customersTable]: deployed[outputs.customersTable],
    [environment.customerHistoryTable]: deployed[outputs.customerHistoryTable],
    [environment.searchTable]: deployed[outputs.searchTable],
    [environment.runsTable]: deployed[outputs.runsTable],
    [environment.updatesTable]: deployed[outputs.updatesTable],
    [environment.numbersTable]: deployed[outputs.numbersTable],
    [environment.paymentsTable]: deployed[outputs.paymentsTable],
    [environment.documentsBucket]: deployed[outputs.documentsBucket],
    [environment.worklistBucket]: deployed[outputs.worklistBucket],
    [environment.configurationSet]: deployed[outputs.configurationSet],
    [environment.mailsOnlyTo]: deployed[outputs.mailsOnlyTo],
    [environment.dueShards]: deployed[outputs.dueShards],
    [environment.updatePasswordKey]: deployed[outputs.updatePasswordKey],
    [environment.stopLinkKey]: deployed[outputs.stopLinkKey],
    [environment.stopLinkAddress]: deployed[outputs.stopLinkAddress],
    [environment.portalKey]: deployed[outputs.portalKey],
    [environment.portalAddress]: deployed[outputs.portalAddress],
  };
}
