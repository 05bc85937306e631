import { join } from 'node:path';
import type { Cloud, CloudOptions } from './cloud-shape.ts';
import { accountAt, sdkEnvironment, type Account } from './shared/account.ts';
import { readAssembly } from './assembly/assembly.ts';
import { mergeOutputs } from './assembly/outputs.ts';
import { Resolver } from './assembly/resolver.ts';
import { HttpApis } from './apigateway/http-apis.ts';
import { answerServices } from './endpoint/services.ts';
import { openFront } from './endpoint/front.ts';
import { askInMemory, type Ask } from './endpoint/in-memory.ts';
import { Router } from './endpoint/router.ts';
import { Database } from './dynamodb/database.ts';
import { EventBuses } from './eventbridge/event-buses.ts';
import { AsynchronousCalls } from './lambda/asynchronous-calls.ts';
import { Functions } from './lambda/functions.ts';
import { environmentsIn } from './lambda/start-environment.ts';
import { Keys } from './kms/keys.ts';
import { guarded } from './iam/guard.ts';
import { readFacts } from './iam/calls/facts.ts';
import { Permissions } from './iam/policies/permissions.ts';
import { readPolicies } from './iam/policies/policies.ts';
import { ClockFile } from './clock/kept.ts';
import { answerClock } from './clock/page.ts';
import { TimeTravel } from './clock/travel.ts';
import { Meter } from './meter/meter.ts';
import { metered } from './meter/metered.ts';
import { answerMeter } from './meter/page.ts';
import type { MeterReading } from './meter/reading.ts';
import { SendingLimits } from './ses/account.ts';
import { identitiesIn } from './ses/identities.ts';
import { Mailbox } from './ses/mailbox.ts';
import { Ses } from './ses/ses.ts';
import { showMails, viewerPath } from './ses/viewer.ts';
import { Objects } from './s3/objects.ts';
import { Fauxqs } from './shared/fauxqs.ts';
import { Topics } from './sns/topics.ts';
import { Pipes } from './pipes/pipes.ts';
import { EventSources } from './sqs/event-sources.ts';
import { identify } from './resources/kinds.ts';
import { provideResources } from './resources/provide.ts';
import { callFunctions, fireSchedules } from './scheduler/fire.ts';
import { ExecutionLog } from './stepfunctions/api/execution-log.ts';
import { resumeExecutions } from './stepfunctions/interpreter/resume.ts';
import { StateMachines } from './stepfunctions/interpreter/state-machines.ts';
import { Clock } from './shared/clock.ts';
import { provideDataFolder } from './shared/data-folder.ts';
import { Teardown } from './shared/teardown.ts';
import { weatherOver } from './weather/over-cloud.ts';

export type { Cloud, CloudOptions } from './cloud-shape.ts';
export { provideDataFolder } from './shared/data-folder.ts';
export type { FinishedExecution } from './scheduler/fire.ts';
export type { Mail } from './ses/mailbox.ts';
export type { PermissionReport } from './iam/policies/usage.ts';
export type { MeterReading } from './meter/reading.ts';
export type { PublishedMessage } from './sns/topics.ts';
export type { TreatMail } from './ses/treatment.ts';
export type { WeatherReport } from './weather/weather.ts';

/**
 * Runs a synthesised application: its tables, buckets, queues, functions, state machines and
 * schedules, behind one HTTP endpoint on this machine.
 * @throws Error when the assembly asks for what the embedded cloud does not have, naming the stack,
 *   the resource and the remedy, or when another process uses the same data; nothing keeps running
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const teardown = new Teardown();
  try {
    return await start(options, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function start(
  { assembly, data, port = 0, forgetsTables = false, sharesThread = false, weather: seed }: CloudOptions,
  teardown: Teardown,
): Promise<Cloud> {
  provideDataFolder(data);
  const stacks = readAssembly(assembly);
  const router = new Router();
  const front = await openFront(port, router);
  teardown.add(() => front.stop());
  const apis = await HttpApis.open(stacks, port);
  teardown.add(() => apis.stop());
  const account: Account = accountAt(front.endpoint, apis.addresses);
  const ask: Ask = (request) => router.answer(request);
  teardown.add(askInMemory(front.endpoint, ask));
  const clockFile = new ClockFile(data);
  const clock = new Clock(clockFile.read()?.ahead);
  const resolver = new Resolver(stacks, account, (resource) => identify(resource, account));
  const stackOutputs = new Map(stacks.map((stack) => [stack.name, resolver.outputs(stack)]));

  const meter = new Meter(clock);
  const weather = weatherOver(seed, clock);
  teardown.add(weather.stop);
  const database = await Database.open(join(data, 'tables'), account, meter, !forgetsTables, weather.lag);
  teardown.add(() => database.close());
  const objects = new Objects(join(data, 'objects'));
  const fauxqs = new Fauxqs(account);
  teardown.add(() => fauxqs.stop());
  const topics = new Topics(join(data, 'topics'), fauxqs);
  const mailbox = new Mailbox(join(data, 'mail'));
  const log = new ExecutionLog(join(data, 'executions'));
  teardown.add(() => {
    log.close();
  });
  const keys = new Keys(join(data, 'keys'), account);
  const resources = resolver.resources();
  const policies = readPolicies(resources, account);
  const permissions = new Permissions(policies, account);
  const where = sharesThread && seed === undefined ? 'this thread' : 'threads';
  const startEnvironment = environmentsIn(where, weather.asked(ask));
  const functions = new Functions(join(data, 'logs'), permissions, startEnvironment, meter, clock);
  const calls = new AsynchronousCalls(functions, fauxqs, permissions, meter, clock);
  const queues = new EventSources(functions, fauxqs, meter);
  const buses = new EventBuses(account, calls, queues, permissions, meter);
  const pipes = new Pipes(database.streams, buses, permissions, account, meter, clock);
  const facts = readFacts(resources, account);
  const sending = new SendingLimits(
    new Set([...facts.identities, ...identitiesIn(policies)]),
    clock,
    account.region,
  );
  const ses = new Ses(mailbox, buses, meter, sending, weather.feedback);
  const machines = new StateMachines({ account, permissions, functions, objects, log, meter, clock });
  teardown.add(() => functions.stop());
  teardown.add(() => queues.stop());
  teardown.add(() => pipes.drain());
  teardown.add(() => machines.stop());

  const providers = {
    permissions,
    database,
    objects,
    fauxqs,
    topics,
    functions,
    calls,
    keys,
    machines,
    buses,
    queues,
    pipes,
    apis,
    ses,
  };
  const schedules = await provideResources(stacks, resources, account, providers);
  const handlers = answerServices({ ...providers, account, clock, log, schedules, stackOutputs });
  const known = { ...facts, isInSandbox: () => sending.isInSandbox };
  const services = guarded(metered(handlers, meter), permissions, known);
  const drain = async (): Promise<void> => {
    await pipes.drain();
    await queues.drain();
  };
  const readMeter = async (): Promise<MeterReading> => {
    await drain();
    return meter.read();
  };
  const scheduleServices = {
    account,
    permissions,
    functions,
    machines,
    log,
    meter,
    clock,
    weather: weather.schedules,
  };
  const travel = new TimeTravel(clock, clockFile, schedules, scheduleServices);
  router.route(
    new Map([
      ...services,
      ['mails', (request) => showMails(mailbox, request)],
      ['meter', async (request) => answerMeter(request, await readMeter(), meter)],
      ['clock', (request) => answerClock(request, travel)],
    ]),
  );
  apis.serve({ account, clock, functions, permissions, meter });
  await ses.resume();
  await queues.drain();
  resumeExecutions(machines, log);

  return {
    endpoint: front.endpoint,
    environment: sdkEnvironment(account),
    outputs: mergeOutputs(stackOutputs),
    mailViewer: front.endpoint + viewerPath,
    clock,
    mails: () => [...mailbox.list()],
    messages: () => topics.messages(),
    treatMails: (treat) => {
      ses.treatMails(treat);
    },
    setMailAccount: (mailAccount) => {
      sending.set(mailAccount);
    },
    fireSchedules: (date) => fireSchedules(date, schedules, scheduleServices),
    fireFunctionSchedules: (date) => callFunctions(date, schedules, scheduleServices),
    permissions: () => permissions.report(),
    drain,
    meter: readMeter,
    weather,
    stop: () => teardown.run(),
  };
}
