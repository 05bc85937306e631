import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod/mini';
import { consoleSignInSchema } from '../../contracts/console/sign-in.ts';

/** What a deployment is for. Each has an AWS account of its own: the names of the stacks are the same. */
const stages = ['dev', 'prod'] as const;
export type Stage = (typeof stages)[number];

const aDomain = 'expected a domain in lower case and in ASCII, such as vendor.example';
const domainSchema = z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, aDomain));

/** The vendor's own name for pages. */
const siteSchema = z.strictObject({
  /** Such as my.vendor.example. */
  domain: domainSchema,
  /** The ARN of its certificate in ACM, in the region of the deployment. */
  certificate: z
    .string()
    .check(
      z.regex(
        /^arn:[a-z-]+:acm:[a-z0-9-]+:\d{12}:certificate\/[a-z0-9-]+$/,
        'expected the ARN of a certificate in ACM',
      ),
    ),
  /** The id of the zone in Route 53 that is above the domain. Set: its record is written there; unset: it is an output. */
  hostedZone: z.optional(
    z.string().check(z.regex(/^Z[A-Z0-9]+$/, 'expected the id of a hosted zone, such as Z0123456789')),
  ),
});

export type SiteSettings = Readonly<z.infer<typeof siteSchema>>;

/** The console behind the company's sign-in (docs/console.md). */
const consoleSchema = z.extend(consoleSignInSchema, {
  /** The console's own name. Unset: it has the name that API Gateway gives it. */
  site: z.optional(siteSchema),
});

export type HostedConsoleSettings = Readonly<z.infer<typeof consoleSchema>>;

/** In what stages differ. */
const stageSchema = z.strictObject({
  /** How many days the logs of functions and workflows are kept; CloudWatch Logs knows some numbers only. */
  logRetentionDays: z.pipe(
    z.number(),
    z.custom<RetentionDays>((days) => days in RetentionDays, {
      error: 'expected a number of days that CloudWatch Logs knows, such as 30, 90 or 365',
    }),
  ),
  /** Whether tables, buckets and keys are protected from deletion and stay when their stack goes. */
  keepsData: z.boolean(),
  /** Where the customer's page is. Unset: at the name that API Gateway gives it. */
  portal: z.optional(siteSchema),
  /** The console for people without AWS credentials. Unset: it is not deployed. */
  console: z.optional(consoleSchema),
});

const devSchema = z.extend(stageSchema, {
  /**
   * The only readers of mails: addresses, or domains for all addresses in them, letter by letter as customers have
   * them. A mail to anybody else is written, and skipped.
   */
  mailsOnlyTo: z
    .array(z.union([z.email(), domainSchema], 'expected an address or a domain such as vendor.example'))
    .check(z.minLength(1, 'expected one address or domain, or more')),
});

/** What a deployer may choose for the domain that a vendor's mails come from. */
const senderSchema = z.strictObject({
  /** The id of the domain's zone in Route 53. Set: its records are written there; unset: they are outputs. */
  hostedZone: z.optional(
    z.string().check(z.regex(/^Z[A-Z0-9]+$/, 'expected the id of a hosted zone, such as Z0123456789')),
  ),
  /**
   * The label of the MAIL FROM domain: `bounce` makes it bounce.vendor.example. It must have no other use: neither a mail
   * host nor a sender of other services.
   */
  mailFrom: z._default(
    z
      .string()
      .check(z.regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 'expected one label of a domain, such as bounce')),
    'bounce',
  ),
  /** `existing`: SES has the domain's identity already. It is used as it is, and no records of it are written. */
  identity: z._default(z.enum(['create', 'existing']), 'create'),
  /** `existing`: the domain has a `_dmarc` record already, which is left as it is. */
  dmarc: z._default(z.enum(['create', 'existing']), 'create'),
});

export type SenderSettings = Readonly<z.infer<typeof senderSchema>>;

const configurationSchema = z.strictObject({
  /**
   * Over how many partitions the licences of a plan are spread in the indexes: each takes about 1,000 writes a
   * second, and each costs a query for every plan and day. One is enough for a plan of which up to 100,000 licences fall due
   * on one day. It may grow, never shrink: licences in a partition that falls away would not be found again.
   */
  dueShards: z.int().check(z.minimum(1), z.maximum(256)),
  /**
   * About how many licences one child execution takes, side by side: all of a customer are in one, so that it may be
   * more. What a state puts out for them takes at most 256 KiB.
   */
  batchSize: z.int().check(z.minimum(1), z.maximum(100)),
  /**
   * About how many licences of one plan fall due on its largest day. The time-out of a run follows from it, and a warning
   * where such a day takes more than 24 hours.
   */
  largestDay: z.int().check(z.minimum(1)),
  /** How many batches run at the same time at the most, where `sendRate` allows for so many. */
  maxConcurrency: z.int().check(z.minimum(1), z.maximum(10_000)),
  /** How many mails a second the account may send: "Maximum send rate" in the console of SES; 1 in its sandbox. */
  sendRate: z.number().check(z.positive()),
  /** Settings of senders, by their domain; a domain that is not listed has the defaults. */
  senders: z.record(domainSchema, senderSchema, {
    error: ({ code }) => (code === 'invalid_key' ? aDomain : undefined),
  }),
  /**
   * How many calls of the unsubscribe page run at the same time at most. It reserves them, so that a flood of requests takes
   * no concurrency from the workflow. Unset: nothing is reserved. AWS refuses to reserve any in an account whose limit
   * is below 100 more, as that of a new account is.
   */
  unsubscribeConcurrency: z.optional(z.int().check(z.minimum(1))),
  /** The addresses that alarms and the daily digest go to. */
  operators: z.array(z.email('expected an address')).check(z.minLength(1, 'expected one address or more')),
  stages: z.strictObject({ dev: devSchema, prod: stageSchema }),
});

/** `perennial.config.ts` as it is written. */
export type ConfigurationFile = Readonly<z.input<typeof configurationSchema>>;
/** What holds in one stage. */
export type Configuration = Readonly<
  Omit<z.infer<typeof configurationSchema>, 'stages'> &
    z.infer<typeof stageSchema> &
    Partial<z.infer<typeof devSchema>>
>;

/** Checks `perennial.config.ts`; throws naming the key, what it is and what is expected. */
export function checkedConfiguration(configuration: unknown, stage: Stage): Configuration {
  const checked = configurationSchema.safeParse(configuration);
  if (!checked.success) {
    throw new Error(
      `perennial.config.ts is not valid (lib/configuration/configuration.ts describes each key):\n${z.prettifyError(checked.error)}`,
    );
  }
  const { stages: differing, ...common } = checked.data;
  return { ...common, ...differing[stage] };
}

/** The stage that `-c stage=…` names; `prod` where it names none (docs/adr/0011). Throws for any other. */
export function stageNamed(name: unknown): Stage {
  const stage = stages.find((each) => each === (name ?? 'prod'));
  if (stage !== undefined) return stage;
  throw new Error(`there is no stage ${JSON.stringify(name)}: use -c stage=${stages.join(' or -c stage=')}`);
}
