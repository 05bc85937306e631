import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { apis, eventHandlers } from '../../../contracts/deployment/handlers.ts';
import { steps } from '../../../contracts/workflow/steps.ts';
import { inWords, synthesised } from '../../support/lib/synthesis.ts';

const { renewals: template } = synthesised();

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

interface Fn {
  readonly Properties: { readonly Environment?: { readonly Variables: Readonly<Record<string, unknown>> } };
}

/** What a step's role allows, `action resource` each, sorted. */
function permissionsOf(step: string): string[] {
  return permissionsOfRole(`Steps${step.replaceAll('-', '')}Role`);
}

function permissionsOfRole(id: string): string[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  const mine = policies.filter(([name]) => name.startsWith(id));
  const statements = mine.flatMap(([, policy]) => {
    const { Properties } = policy as { Properties: { PolicyDocument: { Statement: Statement[] } } };
    return Properties.PolicyDocument.Statement;
  });
  return statements
    .flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((resource) => `${action} ${inWords(resource)}`)),
    )
    .toSorted();
}

const always = (step: string) => [
  `logs:CreateLogStream <Steps${step}LogArn>`,
  `logs:PutLogEvents <Steps${step}LogArn>`,
  'xray:PutTelemetryRecords *',
  'xray:PutTraceSegments *',
];

describe('the functions of the steps', () => {
  it('lets assess load and park licences, move their due days, and name those that it parks', () => {
    expect(permissionsOf('assess')).toEqual([
      'dynamodb:BatchGetItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreRunsArn>',
      'dynamodb:UpdateItem <StoreLicencesArn>',
      ...always('assess'),
    ]);
  });

  it('lets act load, commit, number documents and park licences, and name those that it parks', () => {
    expect(permissionsOf('act')).toEqual([
      'dynamodb:BatchGetItem <StoreLicencesArn>',
      'dynamodb:GetItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreNumbersArn>',
      'dynamodb:PutItem <StoreRunsArn>',
      'dynamodb:Query <StoreNumbersArn>',
      'dynamodb:UpdateItem <StoreLicencesArn>',
      ...always('act'),
    ]);
  });

  it('lets announce-update load and commit licences, and nothing else', () => {
    expect(permissionsOf('announce-update')).toEqual([
      'dynamodb:GetItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreLicencesArn>',
      ...always('announceupdate'),
    ]);
  });

  it('lets collect-due read the index, write worklists and claim the run', () => {
    expect(permissionsOf('collect-due')).toEqual([
      'dynamodb:BatchGetItem <StoreLicencesArn>',
      'dynamodb:GetItem <StoreRunsArn>',
      'dynamodb:PutItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreRunsArn>',
      'dynamodb:Query <StoreLicencesArn>/index/due',
      'dynamodb:Query <StoreLicencesArn>/index/plan',
      'dynamodb:Query <StoreRunsArn>',
      'dynamodb:UpdateItem <StoreLicencesArn>',
      'dynamodb:UpdateItem <StoreRunsArn>',
      ...always('collectdue').slice(0, 2),
      's3:AbortMultipartUpload <WorklistsBucketArn>/worklists/*',
      's3:PutObject <WorklistsBucketArn>/worklists/*',
      ...always('collectdue').slice(2),
    ]);
  });

  it("lets deliver-mail, and it alone, send: from the vendors' domains", () => {
    const arn = 'arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>';
    expect(permissionsOf('deliver-mail').filter((permission) => permission.startsWith('ses:'))).toEqual([
      `ses:SendRawEmail ${arn}:configuration-set/<SendersConfigurationSet>`,
      `ses:SendRawEmail ${arn}:identity/netjapan.example`,
      `ses:SendRawEmail ${arn}:identity/smart-net.example`,
      `ses:SendRawEmail ${arn}:identity/smartertools.example`,
      `ses:SendRawEmail ${arn}:identity/video-sma.example`,
      `ses:SendRawEmail ${arn}:identity/vtube-laser.example`,
    ]);
    for (const step of steps) {
      if (step !== 'deliver-mail') expect(permissionsOf(step).join()).not.toContain('ses:');
    }
  });

  it('lets deliver-mail move mails, tell of it, and note what nobody can vouch for', () => {
    const tables = permissionsOf('deliver-mail').filter((permission) => permission.startsWith('dynamodb:'));
    expect(tables).toEqual([
      'dynamodb:GetItem <StoreCustomersArn>',
      'dynamodb:GetItem <StoreLicencesArn>',
      'dynamodb:GetItem <StoreRunsArn>',
      'dynamodb:PutItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreNumbersArn>',
      'dynamodb:PutItem <StoreRunsArn>',
      'dynamodb:Query <StoreLicencesArn>',
      'dynamodb:Query <StoreNumbersArn>',
      'dynamodb:UpdateItem <StoreLicencesArn>',
    ]);
  });

  it('lets deliver-mail, and it alone, write and read documents, and never delete one', () => {
    for (const step of steps) {
      const documents = permissionsOf(step).filter((permission) => permission.includes('<Documents'));
      expect(documents).toEqual(
        step === 'deliver-mail'
          ? ['s3:GetObject <DocumentsBucketArn>/*', 's3:PutObject <DocumentsBucketArn>/*']
          : [],
      );
    }
  });

  it('lets deliver-mail, and it alone, derive passwords and sign links', () => {
    for (const step of steps) {
      const keys = permissionsOf(step).filter((permission) => permission.startsWith('kms:'));
      expect(keys).toEqual(
        step === 'deliver-mail'
          ? [
              'kms:GenerateMac <PortalApiKeyArn>',
              'kms:GenerateMac <UnsubscribingKeyArn>',
              'kms:GenerateMac <UpdatePasswordsArn>',
            ]
          : [],
      );
    }
  });

  it('lets deliver-mail read of customers, and it alone', () => {
    for (const step of steps) {
      const customers = permissionsOf(step).filter((permission) => permission.includes('Customers'));
      expect(customers).toEqual(step === 'deliver-mail' ? ['dynamodb:GetItem <StoreCustomersArn>'] : []);
    }
  });

  it('lets record-failure park a licence and write it down', () => {
    expect(
      permissionsOf('record-failure').filter((permission) => permission.startsWith('dynamodb:')),
    ).toEqual(['dynamodb:PutItem <StoreRunsArn>', 'dynamodb:UpdateItem <StoreLicencesArn>']);
  });

  it('lets summarise read, and close the record of the run', () => {
    expect(permissionsOf('summarise').filter((permission) => !permission.includes('LogArn'))).toEqual([
      'dynamodb:BatchGetItem <StoreLicencesArn>',
      'dynamodb:GetItem <StoreRunsArn>',
      'dynamodb:PutItem <StoreRunsArn>',
      'dynamodb:Query <StoreLicencesArn>/index/due',
      'dynamodb:Query <StoreRunsArn>',
      'dynamodb:UpdateItem <StoreRunsArn>',
      's3:GetObject <WorklistsBucketArn>/results/*',
      's3:GetObject <WorklistsBucketArn>/worklists/*',
      ...always('').slice(2),
    ]);
  });

  it('lets publish-update list the licences of a plan and record the update, and nothing else', () => {
    expect(permissionsOf('publish-update').filter((permission) => !permission.includes('LogArn'))).toEqual([
      'dynamodb:PutItem <StoreUpdatesArn>',
      'dynamodb:Query <StoreLicencesArn>/index/plan',
      's3:AbortMultipartUpload <WorklistsBucketArn>/worklists/*',
      's3:PutObject <WorklistsBucketArn>/worklists/*',
      ...always('').slice(2),
    ]);
  });

  it('lets summarise-announcements read what came of them, and nothing else', () => {
    const permissions = permissionsOf('summarise-announcements');
    expect(permissions.filter((permission) => !permission.includes('LogArn'))).toEqual([
      's3:GetObject <WorklistsBucketArn>/results/*',
      ...always('').slice(2),
    ]);
  });

  it('lets payment-received record payments, keep those that match nothing, and send nothing', () => {
    expect(permissionsOfRole('PaymentsLambdaRole')).toEqual([
      'dynamodb:BatchGetItem <StoreLicencesArn>',
      'dynamodb:GetItem <StoreLicencesArn>',
      'dynamodb:GetItem <StorePaymentsArn>',
      'dynamodb:PutItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreNumbersArn>',
      'dynamodb:PutItem <StorePaymentsArn>',
      'dynamodb:Query <StoreLicencesArn>',
      'dynamodb:Query <StoreNumbersArn>',
      'logs:CreateLogStream <PaymentsLambdaLogArn>',
      'logs:PutLogEvents <PaymentsLambdaLogArn>',
      'sqs:SendMessage <PaymentsRejectedArn>',
      'sqs:SendMessage <UndeliveredArn>',
      'xray:PutTelemetryRecords *',
      'xray:PutTraceSegments *',
    ]);
  });

  it('lets mail-feedback settle mails, stop those of a customer, note addresses, and leave what it cannot take in', () => {
    expect(permissionsOfRole('MailFeedbackLambdaRole')).toEqual([
      'dynamodb:GetItem <StoreCustomersArn>',
      'dynamodb:GetItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreRunsArn>',
      'dynamodb:PutItem <StoreSearchArn>',
      'dynamodb:Query <StoreLicencesArn>/index/customer',
      'dynamodb:UpdateItem <StoreCustomersArn>',
      'dynamodb:UpdateItem <StoreLicencesArn>',
      'logs:CreateLogStream <MailFeedbackLambdaLogArn>',
      'logs:PutLogEvents <MailFeedbackLambdaLogArn>',
      'sqs:DeleteMessage <MailFeedbackReportsArn>',
      'sqs:GetQueueAttributes <MailFeedbackReportsArn>',
      'sqs:ReceiveMessage <MailFeedbackReportsArn>',
      ...always('').slice(2),
    ]);
  });

  it('lets unsubscribe check links and change the licences of a customer, and nothing else', () => {
    expect(permissionsOfRole('UnsubscribingLambdaRole')).toEqual([
      'dynamodb:GetItem <StoreCustomersArn>',
      'dynamodb:GetItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreLicencesArn>',
      'dynamodb:Query <StoreLicencesArn>/index/customer',
      'dynamodb:UpdateItem <StoreCustomersArn>',
      'kms:VerifyMac <UnsubscribingKeyArn>',
      'logs:CreateLogStream <UnsubscribingLambdaLogArn>',
      'logs:PutLogEvents <UnsubscribingLambdaLogArn>',
      ...always('').slice(2),
    ]);
  });

  it('lets operator change licences and customers, number, keep and delete documents, send mail and start both workflows', () => {
    const permissions = permissionsOfRole('OperatorLambdaRole');
    expect(permissions.filter((permission) => !/^(logs|xray|ses):/.test(permission))).toEqual([
      'dynamodb:BatchGetItem <StoreLicencesArn>',
      'dynamodb:ConditionCheckItem <StoreCustomersArn>',
      'dynamodb:DeleteItem <StoreCustomerHistoryArn>',
      'dynamodb:DeleteItem <StoreSearchArn>',
      'dynamodb:GetItem <StoreCustomerHistoryArn>',
      'dynamodb:GetItem <StoreCustomersArn>',
      'dynamodb:GetItem <StoreLicencesArn>',
      'dynamodb:GetItem <StorePaymentsArn>',
      'dynamodb:GetItem <StoreRunsArn>',
      'dynamodb:PutItem <StoreCustomerHistoryArn>',
      'dynamodb:PutItem <StoreCustomersArn>',
      'dynamodb:PutItem <StoreLicencesArn>',
      'dynamodb:PutItem <StoreNumbersArn>',
      'dynamodb:PutItem <StorePaymentsArn>',
      'dynamodb:PutItem <StoreRunsArn>',
      'dynamodb:PutItem <StoreSearchArn>',
      'dynamodb:PutItem <StoreUpdatesArn>',
      'dynamodb:Query <StoreCustomerHistoryArn>',
      'dynamodb:Query <StoreCustomersArn>/index/kind',
      'dynamodb:Query <StoreLicencesArn>',
      'dynamodb:Query <StoreLicencesArn>/index/customer',
      'dynamodb:Query <StoreLicencesArn>/index/plan',
      'dynamodb:Query <StoreNumbersArn>',
      'dynamodb:UpdateItem <StoreCustomersArn>',
      'dynamodb:UpdateItem <StoreLicencesArn>',
      'kms:GenerateMac <PortalApiKeyArn>',
      'kms:GenerateMac <UnsubscribingKeyArn>',
      'kms:GenerateMac <UpdatePasswordsArn>',
      's3:DeleteObject <DocumentsBucketArn>/*',
      's3:DeleteObjectVersion <DocumentsBucketArn>/*',
      's3:GetObject <DocumentsBucketArn>/*',
      's3:PutObject <DocumentsBucketArn>/*',
      'states:StartExecution <UpdateWorkflowStateMachine>',
      'states:StartExecution <WorkflowStateMachine>',
    ]);
  });

  it('gives each function the variables of what it may use, and no others', () => {
    const resources: Readonly<Record<string, string>> = {
      LICENCES_TABLE: '<StoreLicences',
      DUE_SHARDS: '<StoreLicences',
      BATCH_SIZE: 's3:PutObject <WorklistsBucketArn>/worklists',
      SEND_RATE: '<Stepsdelivermail',
      ACCOUNT_SEND_RATE: '<Stepscollectdue',
      CUSTOMERS_TABLE: '<StoreCustomers',
      CUSTOMER_HISTORY_TABLE: '<StoreCustomerHistory',
      SEARCH_TABLE: '<StoreSearch',
      RUNS_TABLE: '<StoreRuns',
      UPDATES_TABLE: '<StoreUpdates',
      NUMBERS_TABLE: '<StoreNumbers',
      PAYMENTS_TABLE: '<StorePayments',
      WORKLIST_BUCKET: '<WorklistsBucketArn>/worklists',
      DOCUMENTS_BUCKET: '<DocumentsBucket',
      CONFIGURATION_SET: 'ses:',
      UPDATE_PASSWORD_KEY: '<UpdatePasswords',
      STOP_LINK_KEY: '<UnsubscribingKey',
      STOP_LINK_ADDRESS: 'kms:GenerateMac <UnsubscribingKey',
      PORTAL_KEY: 'kms:GenerateMac <PortalApiKey',
      PORTAL_ADDRESS: 'kms:GenerateMac <PortalApiKey',
      STATE_MACHINE: 'states:StartExecution <WorkflowStateMachine',
      UPDATE_STATE_MACHINE: 'states:StartExecution <UpdateWorkflowStateMachine',
      REJECTED_PAYMENTS_QUEUE: '<PaymentsRejected',
    };
    for (const [id, fn] of Object.entries(template.findResources('AWS::Lambda::Function'))) {
      const { Variables } = (fn as Fn).Properties.Environment ?? { Variables: {} };
      const permissions = permissionsOfRole(id.replace(/Function[0-9A-F]{8}$/, 'Role')).join('\n');
      const usable = Object.entries(resources).filter(([, resource]) => permissions.includes(resource));
      const reads = id.startsWith('Entitlements') ? ['DUE_SHARDS'] : [];
      expect([...Object.keys(Variables), ...reads].toSorted(), id).toEqual(
        usable.map(([name]) => name).toSorted(),
      );
    }
  });

  it('runs each on Node 24 and arm64, traced, with a log of its own that is kept for a year', () => {
    const functions = Object.values(template.findResources('AWS::Lambda::Function'));
    // The digest is of the operators' stack, and the console is deployed only where it is configured.
    const elsewhere = new Set<string>(['digest', 'console']);
    const here = [...steps, ...eventHandlers, ...apis].filter((name) => !elsewhere.has(name));
    expect(functions.map(({ Properties }) => (Properties as { Handler: string }).Handler).sort()).toEqual(
      here.map((name) => `${name}.handler`).sort(),
    );
    for (const fn of functions) {
      expect(fn).toMatchObject({
        Properties: {
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          TracingConfig: { Mode: 'Active' },
          LoggingConfig: {
            LogFormat: 'JSON',
            LogGroup: {
              Ref: expect.stringMatching(
                /^(Steps|Entitlements|MailFeedback|Operator|Payments|Portal|Unsubscribing).*Log/,
              ) as unknown,
            },
          },
        },
      });
    }
    // The workflows have one each, the pipe, and the API of the customer's page.
    const logs = functions.length + 4;
    template.resourcePropertiesCountIs('AWS::Logs::LogGroup', { RetentionInDays: 365 }, logs);
    template.resourceCountIs('AWS::Logs::LogGroup', logs);
  });

  it('never gives a managed policy to a role', () => {
    template.resourcePropertiesCountIs('AWS::IAM::Role', { ManagedPolicyArns: Match.anyValue() }, 0);
  });
});
