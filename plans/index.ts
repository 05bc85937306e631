import type { Plan } from '../domain/plan/plan.ts';
import { netjapanMaintenance } from './netjapan-maintenance.ts';
import { smartNetUserGroup } from './smart-net-user-group.ts';
import { smartertoolsMaintenance } from './smartertools-maintenance.ts';
import { videoSma } from './video-sma.ts';
import { vtubeLaserSmp } from './vtube-laser-smp.ts';

/** The plans that this deployment runs; a new one is added here. */
export const plans: readonly Plan[] = [
  smartNetUserGroup,
  netjapanMaintenance,
  vtubeLaserSmp,
  smartertoolsMaintenance,
  videoSma,
];

export function planById(planId: string): Plan | undefined {
  return plans.find((plan) => plan.id === planId);
}
