import type { Settings } from '../../contracts/deployment/settings.ts';
import { act } from './actions/act.ts';
import { collect } from './collect/collect.ts';
import { openPortalDependencies } from './dependencies.ts';
import type { Portal } from './portal.ts';

/** All that readers may see and do. @param settings the environment of the function */
export function openPortal(settings: Settings): Portal {
  const portal = openPortalDependencies(settings);
  return {
    view: (visit, name, takes) => collect(portal, visit, name, takes),
    act: (visit, name, submission) => act(portal, visit, name, submission),
  };
}
