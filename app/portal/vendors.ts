import { plans } from '../../plans/index.ts';
import type { Branding } from './views/branding.ts';

/** Everybody whose page this deployment serves. */
export const vendors: readonly Branding[] = plans.map(({ vendor }) => vendor);
