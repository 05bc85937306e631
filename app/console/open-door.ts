import { DayKeys } from '../../adapters/kms/day-keys.ts';
import { SignInProvider } from '../../adapters/oidc/provider.ts';
import type { ConsoleDoor } from '../../contracts/console/door.ts';
import { consoleSignInSchema } from '../../contracts/console/sign-in.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';
import { SignedInDoor } from './signed-in-door.ts';

/** Opens the door of the deployed console. @param settings the environment of its function */
export function openConsoleDoor(settings: Settings): ConsoleDoor {
  const signIn = consoleSignInSchema.parse(JSON.parse(setting(settings, environment.consoleSignIn)));
  return new SignedInDoor({
    address: setting(settings, environment.consoleAddress),
    signIn,
    keys: new DayKeys(settings, environment.consoleKey),
    provider: new SignInProvider(signIn.issuer),
  });
}
