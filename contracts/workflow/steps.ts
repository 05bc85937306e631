import { runSteps } from '../../domain/licence/run-pass.ts';

/** The steps that perform due actions, in the order of a pass. */
export const actingSteps = runSteps;

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

/** What a pass over a batch has to do, step by step. */
export const passSteps = [...actingSteps, 'deliver-mail'] as const;

export type PassStep = (typeof passSteps)[number];

/** What the workflow does next with a batch; its choice branches on it. */
export type NextStep = PassStep | 'assess' | 'none';
