import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { signInPaths } from '../../contracts/console/paths.ts';
import type { HostedConsoleSettings } from '../configuration/configuration.ts';
import { AppFunction, type FunctionSetup } from './app-function.ts';
import { asksOperator, knowsSignIn, signsConsoleSessions } from './console-uses.ts';
import { pagesApi } from './pages-api.ts';

export interface HostedConsoleProps {
  readonly settings: HostedConsoleSettings;
  readonly setup: FunctionSetup;
  /** All that reads: what PerennialReadOnly allows. */
  readonly readOnly: ManagedPolicy;
  /** The ARN of the operator function. */
  readonly operator: string;
}

/**
 * The name of the role of the console's function in a region. The operator function, which is deployed before it, believes
 * this role who asks.
 */
export function consoleRoleIn(region: string): string {
  return `PerennialConsole-${region}`;
}

/**
 * The console for people without AWS credentials, behind the company's sign-in. Its function reads by the policy of readers
 * and asks the operator function for everything else. The gateway verifies the token of whoever comes in.
 */
export class HostedConsole extends Construct {
  /** `https://HOST`, without a slash at its end. */
  readonly address: string;

  constructor(scope: Construct, id: string, { settings, setup, readOnly, operator }: HostedConsoleProps) {
    super(scope, id);
    const { site, ...signIn } = settings;
    const { api: httpApi, address } = pagesApi(this, {
      description: "The console, behind the company's sign-in",
      logRetention: setup.logRetention,
      named: 'Console',
      site,
    });
    this.address = address;
    const key = new Key(this, 'Key', {
      description: 'Signs the sessions of the console; without it everybody signs in again',
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    });
    const lambda = new AppFunction(this, 'Lambda', {
      setup,
      handler: 'console',
      description: 'The console, for readers and operators who sign in',
      timeout: Duration.seconds(29),
      memoryMiB: 1024,
      roleName: consoleRoleIn(Stack.of(this).region),
      uses: [signsConsoleSessions(key, address), knowsSignIn(signIn), ...asksOperator(operator)],
    });
    readOnly.attachToRole(lambda.role);

    const integration = new HttpLambdaIntegration('Integration', lambda.function);
    const pages = new HttpRoute(this, 'Pages', { httpApi, routeKey: HttpRouteKey.DEFAULT, integration });
    Validations.of(pages).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'A browser sends no token with a page: the function checks the session, which only a verified token starts.',
    });
    new HttpRoute(this, 'Session', {
      httpApi,
      routeKey: HttpRouteKey.with(signInPaths.session, HttpMethod.POST),
      integration,
      authorizer: new HttpJwtAuthorizer('SignIn', signIn.issuer, { jwtAudience: [signIn.clientId] }),
    });
  }
}
