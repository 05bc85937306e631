import { paginateListSchedules, SchedulerClient } from '@aws-sdk/client-scheduler';

export interface FoundSchedule {
  readonly name: string;
  readonly group: string;
  readonly isEnabled: boolean;
}

/** The schedules of the account and region whose group has a name that begins so. */
export async function schedulesInGroups(prefix: string): Promise<readonly FoundSchedule[]> {
  const client = new SchedulerClient();
  const found: FoundSchedule[] = [];
  for await (const { Schedules = [] } of paginateListSchedules({ client }, {})) {
    for (const { Name = '', GroupName = '', State } of Schedules) {
      if (GroupName.startsWith(prefix))
        found.push({ name: Name, group: GroupName, isEnabled: State === 'ENABLED' });
    }
  }
  return found;
}
