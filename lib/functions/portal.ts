import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { acknowledgeWildcards, referenceOf } from '../security/acknowledge.ts';
import type { Unsubscribing } from '../mailing/unsubscribing.ts';
import type { DocumentArchive } from '../storage/document-archive.ts';
import { AppFunction, type FunctionSetup } from './app-function.ts';
import type { SiteSettings } from '../configuration/configuration.ts';
import { pagesApi } from './pages-api.ts';
import type { Senders } from '../mailing/senders.ts';
import {
  type Data,
  queriesIndex,
  sendsMail,
  signsPortalLinks,
  derivesPasswords,
  keepsDocuments,
  listsCustomersOfPartners,
  signsStopLinks,
  usesCustomerHistory,
  usesCustomers,
  usesLicences,
  usesNumbers,
  usesPayments,
  usesRuns,
  usesSearch,
  usesUpdates,
} from './uses.ts';

export interface PortalProps {
  readonly data: Data;
  readonly documents: DocumentArchive;
  readonly senders: Senders;
  readonly unsubscribing: Unsubscribing;
  readonly updatePasswordKey: IKey;
  readonly setup: FunctionSetup;
}

/** The API that the customer's page answers at. It exists before the function: mails name its address. */
export class PortalApi extends Construct {
  readonly api: HttpApi;
  /** `https://HOST`, without a slash at its end. */
  readonly address: string;
  /** Signs links and sessions; without it those that are out are not valid any more, and nothing else is lost. */
  readonly key: Key;

  /** @param settings its own domain; unset: it has the name that API Gateway gives it */
  constructor(
    scope: Construct,
    id: string,
    { logRetention }: Pick<FunctionSetup, 'logRetention'>,
    settings?: SiteSettings,
  ) {
    super(scope, id);
    const { api, address } = pagesApi(this, {
      description: "The customer's page",
      logRetention,
      named: 'Portal',
      site: settings,
    });
    this.api = api;
    this.address = address;
    this.key = new Key(this, 'Key', {
      description: "Signs links to the customer's page, and its sessions",
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    });
  }
}

/**
 * The function of the customer's page. Readers show who they are by a signed link, of which the function makes a session.
 * What is under /api/ is for the vendor's own systems, which sign by IAM.
 */
export class Portal extends Construct {
  /** Lets the roles that it is attached to call the API. */
  readonly callers: ManagedPolicy;

  constructor(scope: Construct, id: string, portalApi: PortalApi, props: PortalProps) {
    super(scope, id);
    const { api: httpApi } = portalApi;
    const { data, documents, senders, unsubscribing, updatePasswordKey, setup } = props;
    const lambda = new AppFunction(this, 'Lambda', {
      setup,
      handler: 'portal',
      description: "The customer's page: licences, quotes, invoices, and what customers decide",
      timeout: Duration.seconds(29),
      memoryMiB: 1024,
      uses: [
        usesCustomers(data, 'GetItem', 'UpdateItem'),
        listsCustomersOfPartners(data),
        usesCustomerHistory(data, 'GetItem', 'Query', 'PutItem'),
        usesSearch(data, 'Query', 'PutItem', 'DeleteItem'),
        usesRuns(data, 'GetItem', 'PutItem'),
        usesLicences(data, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'Query'),
        queriesIndex(data, 'customer'),
        usesNumbers(data, 'Query', 'PutItem'),
        usesUpdates(data, 'Query'),
        usesPayments(data, 'BatchGetItem'),
        keepsDocuments(documents),
        sendsMail(senders),
        derivesPasswords(updatePasswordKey),
        signsStopLinks(unsubscribing.key, unsubscribing.address),
        signsPortalLinks(portalApi.key, portalApi.address),
      ],
    });
    const integration = new HttpLambdaIntegration('Integration', lambda.function);
    const pages = new HttpRoute(this, 'Pages', { httpApi, routeKey: HttpRouteKey.DEFAULT, integration });
    new HttpRoute(this, 'Actions', {
      httpApi,
      routeKey: HttpRouteKey.with('/api/{proxy+}', HttpMethod.ANY),
      integration,
      authorizer: new HttpIamAuthorizer(),
    });
    Validations.of(pages).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Readers have no accounts: the function checks their signed links and sessions.',
    });
    const { region, account, partition } = Stack.of(this);
    this.callers = new ManagedPolicy(this, 'Callers', {
      description: "Lets the vendor's own systems act for customers as on their page",
      statements: [
        new PolicyStatement({
          actions: ['execute-api:Invoke'],
          resources: [`arn:${partition}:execute-api:${region}:${account}:${httpApi.apiId}/$default/*/api/*`],
        }),
      ],
    });
    acknowledgeWildcards(this.callers, 'Each action of the API has a path of its own.', [
      `arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:${referenceOf(httpApi)}/$default/*/api/*`,
    ]);
  }
}
