import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ConsoleSignIn } from '../../contracts/console/sign-in.ts';
import { environment } from '../../contracts/deployment/environment.ts';
import { keyed, type Use } from './uses.ts';

/** Signs the sessions of the deployed console, and reads them. @param address of the console, without a slash at its end */
export function signsConsoleSessions(key: IKey, address: string): Use {
  const use = keyed(environment.consoleKey, key, 'GenerateMac');
  return { ...use, variables: { ...use.variables, [environment.consoleAddress]: address } };
}

/** Knows how people sign in, and who may what. */
export function knowsSignIn(signIn: ConsoleSignIn): Use {
  return { variables: { [environment.consoleSignIn]: JSON.stringify(signIn) }, actions: [], resources: [] };
}

/** Has changes made by the operator function, by its URL and in no other way. */
export function asksOperator(functionArn: string): readonly Use[] {
  const resources = [functionArn];
  const conditions = { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } };
  return [
    { variables: {}, actions: ['lambda:InvokeFunctionUrl'], resources },
    { variables: {}, actions: ['lambda:InvokeFunction'], resources, conditions },
  ];
}

/** Believes the deployed console who asks. @param roleName of the console's function */
export function believesConsole(roleName: string): Use {
  return { variables: { [environment.consoleRole]: roleName }, actions: [], resources: [] };
}
