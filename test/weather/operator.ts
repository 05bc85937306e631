import { dayIn } from '../../domain/calendar.ts';
import type { Customer } from '../../domain/customer/customer.ts';
import type { Command } from '../../domain/decide.ts';
import type { Facts } from '../../domain/licence/licence.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import { applyActivity, registerLicence } from '../../app/commands/apply-command.ts';
import { openMailing } from '../../app/mailing/mailing-dependencies.ts';
import { planOf } from '../../plans/plan-of.ts';
import type { Deployment } from './world/deployment.ts';

/** An operator who asks again where no answer comes. */
export class Operator {
  readonly #deployment: Deployment;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
  }

  async register(customers: readonly Customer[], licences: readonly Facts[]): Promise<void> {
    const mailing = openMailing(documentClient(), process.env);
    for (const customer of customers) await this.#again(() => mailing.customers.put(customer));
    for (const facts of licences) await this.#again(() => registerLicence(mailing.licences, facts));
  }

  async ask(licenceId: string, command: Command): Promise<void> {
    const mailing = openMailing(documentClient(), process.env);
    const stored = await mailing.licences.load(licenceId).catch(() => undefined);
    if (stored === undefined) return;
    const today = dayIn(planOf(stored.licence.facts.planId).timeZone, new Date().toISOString());
    try {
      await applyActivity(mailing.licences, licenceId, command, today);
    } catch {
      this.#deployment.sky.count('operator failed', undefined);
    }
  }

  async #again(work: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await work();
        return;
      } catch (error) {
        if (attempt === 20) throw error;
        await this.#deployment.world.sleep(1000);
      }
    }
  }
}
