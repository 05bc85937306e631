/** The steps that do what a licence is owed. */
export const actingSteps = ['expire', 'lapse', 'auto-renew', 'issue-invoice', 'quote', 'remind'] as const;

export type ActingStep = (typeof actingSteps)[number];

/** The Lambda steps of the renewal workflow. */
export const renewalSteps = [
  'collect-due',
  'assess',
  'act',
  'deliver-mail',
  'record-failure',
  'summarise',
] as const;

/** The Lambda steps of the workflow that publishes an update. */
export const updateSteps = [
  'publish-update',
  'announce-update',
  'deliver-mail',
  'summarise-announcements',
] as const;

export type Step = (typeof renewalSteps)[number] | (typeof updateSteps)[number];

/** All Lambda steps; each is a file in `lambdas/steps/`. */
export const steps: readonly Step[] = [...new Set<Step>([...renewalSteps, ...updateSteps])];

/** What `assess` finds to do next; the workflow's choice branches on it. */
export const nextSteps = [...actingSteps, 'deliver-mail', 'none'] as const;

export type NextStep = (typeof nextSteps)[number];
