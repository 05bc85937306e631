import { randomUUID } from 'node:crypto';
import { openPortalDependencies } from '../../../app/portal/dependencies.ts';
import { collect } from '../../../app/portal/collect/collect.ts';
import { act } from '../../../app/portal/actions/act.ts';
import type { ActionName, InputOf } from '../../../app/portal/actions/inputs.ts';
import type { ViewName, Views } from '../../../app/portal/portal.ts';
import type { Reader, Visit } from '../../../app/portal/reader.ts';
import type { Customer } from '../../../domain/customer/customer.ts';
import { customerTermsOf } from '../../../domain/customer/terms.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { Step } from '../../../contracts/workflow/steps.ts';
import { type House, openHouse } from '../lambdas/steps.ts';

/** A visit at noon of a day. */
export function visitOf(reader: Reader, day: string): Visit {
  return { reader, now: Date.parse(`${day}T12:00:00Z`) };
}

export function readerOf(customerId: string, role: Reader['role'] = 'customer'): Reader {
  return { address: `${role}@${customerId.toLowerCase()}.example`, customerId, role };
}

/** Tables with customers and licences, and what readers see of them. */
export async function openPage() {
  const house = await openHouse();
  const portal = openPortalDependencies(process.env);
  const view = <Name extends ViewName>(
    reader: Reader,
    day: string,
    name: Name,
    takes: Views[Name]['takes'],
  ) => collect(portal, visitOf(reader, day), name, takes);
  return {
    ...house,
    portal,
    view,

    /** Sends a form; one with an id of its own, unless one is given. */
    act: <Name extends ActionName>(
      reader: Reader,
      day: string,
      name: Name,
      input: InputOf<Name>,
      requestId: string = randomUUID(),
    ) => act(portal, visitOf(reader, day), name, { requestId, input }),

    customer: async (customerId: string, more: Partial<Customer> = {}): Promise<Customer> => {
      const customer: Customer = {
        customerId,
        name: `${customerId} Ltd`,
        kind: 'end-user',
        email: `customer@${customerId.toLowerCase()}.example`,
        country: 'DE',
        locale: 'en-GB',
        ...more,
      };
      await portal.mailing.customers.put(customer);
      return customer;
    },

    /** A licence of a customer. */
    licenceOf: async (
      { customerId, ...customer }: Customer,
      plan: Plan,
      facts: Parameters<House['licence']>[1] = {},
    ): Promise<string> => {
      const terms = customerTermsOf({ customerId, ...customer });
      const licenceId = await house.licence(plan, { customerId, ...terms, ...facts });
      return facts.licenceId ?? licenceId;
    },

    /** Everything that the workflow does on a day for the licences of one customer, together. */
    runDayOf: async (plan: Plan, customerId: string, licenceIds: readonly string[], today: string) => {
      const licences = licenceIds.map((licenceId) => ({ licenceId, customerId }));
      let state = await house.call('assess', { planId: plan.id, today, licences });
      while (state['next'] !== 'none') state = await house.call(state['next'] as Step, state);
    },

    /** The view, which must be there. */
    see: async <Name extends ViewName>(
      reader: Reader,
      day: string,
      name: Name,
      takes: Views[Name]['takes'],
    ): Promise<Views[Name]['gives']> => {
      const seen = await view(reader, day, name, takes);
      if (seen === undefined) throw new Error(`${reader.customerId} does not see ${name}`);
      return seen;
    },
  };
}

export type Page = Awaited<ReturnType<typeof openPage>>;
