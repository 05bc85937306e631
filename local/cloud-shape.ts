import type { PermissionReport } from './iam/policies/usage.ts';
import type { Outcome } from './lambda/protocol.ts';
import type { MeterReading } from './meter/reading.ts';
import type { FinishedExecution } from './scheduler/fire.ts';
import type { MailAccount } from './ses/account.ts';
import type { Mail } from './ses/mailbox.ts';
import type { TreatMail } from './ses/treatment.ts';
import type { Clock } from './shared/clock.ts';
import type { PublishedMessage } from './sns/topics.ts';
import type { CloudWeather } from './weather/over-cloud.ts';

/** What an embedded cloud is started with. */
export interface CloudOptions {
  /** Folder of a synthesised cloud assembly, `cdk.out`. */
  readonly assembly: string;
  /** Folder for tables, objects, mails, executions and logs, for example `.perennial`; made if need be. */
  readonly data: string;
  /** Port of the endpoint; a free one if left out. */
  readonly port?: number;
  /** Whether the tables are gone when the cloud stops: it is faster where the folder is deleted then. */
  readonly forgetsTables?: boolean;
  /** Whether functions run in this thread, for speed (ADR 40), and not in threads of their own; not under weather, which ends them. */
  readonly sharesThread?: boolean;
  /** Seed of what goes wrong between functions and services; undefined for nothing. */
  readonly weather?: number | undefined;
}

/** An application of the AWS CDK, running in this process. */
export interface Cloud {
  /** `http://127.0.0.1:PORT`, what AWS_ENDPOINT_URL is set to. */
  readonly endpoint: string;
  /** Environment variables that point AWS SDKs at this cloud. */
  readonly environment: Readonly<Record<string, string>>;
  /** Outputs of all stacks, by output key. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Address of a web page that shows the mails. */
  readonly mailViewer: string;
  /** The clock of its services and functions; this machine's unless it is moved or set. */
  readonly clock: Clock;
  /** Every mail that SES has accepted, also in earlier runs with the same data, in order. */
  mails(): readonly Mail[];
  /** Every message that was published to a topic, also in earlier runs with the same data, in order. */
  messages(): readonly PublishedMessage[];
  /**
   * Has SES treat mails as `treat` says from now on: turn them away, cut the connection before or after it has taken
   * them (which stands for a time-out), or send no feedback on them. Mails to the addresses of SES's simulator,
   * such as `bounce@simulator.amazonses.com`, bounce or meet with a complaint by themselves.
   */
  treatMails(treat: TreatMail): void;
  /** Has the account stand otherwise with SES from now on: in the sandbox, paused, with a quota and a rate. */
  setMailAccount(mailAccount: MailAccount): void;
  /**
   * Fires every schedule of a state machine that is due on a civil date, `2026-01-15`, in its own
   * time zone, and waits for the executions that they start.
   */
  fireSchedules(date: string): Promise<readonly FinishedExecution[]>;
  /** The same for the schedules that call functions; gives what each answered or threw. */
  fireFunctionSchedules(date: string): Promise<readonly Outcome[]>;
  /** What the roles may do and nothing has needed since the start, and what was denied to them. */
  permissions(): PermissionReport;
  /** Waits until everything has left the pipes, and the queues from which functions take messages. */
  drain(): Promise<void>;
  /** What the services have done since the start, or since somebody has reset the meter, as AWS bills it. */
  meter(): Promise<MeterReading>;
  /** What has gone wrong so far, and how that ends. */
  readonly weather: Pick<CloudWeather, 'report' | 'clear'>;
  /** Stops everything; nothing keeps the process alive afterwards. May be called again. */
  stop(): Promise<void>;
}
