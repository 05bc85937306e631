import type { PropsWithChildren } from 'hono/jsx';
import { Refusal } from '../../../client/operator/errors.ts';
import { planById, plans } from '../../../plans/index.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { ConsoleContext } from '../context.ts';

/** The filters of a list of a plan; they stand in the address, which can be saved and sent. */
export function Filters({ plan, children }: PropsWithChildren<{ readonly plan: Plan }>) {
  return (
    <form class="filters">
      <Select name="plan" label="Plan" value={plan.id} options={plans.map(({ id, name }) => [id, name])} />
      {children}
      <button type="submit">Show</button>
    </form>
  );
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
}

export function Select({ name, label, options, value }: SelectProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map(([each, text]) => (
          <option value={each} selected={each === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The plan that the address names, or the first. Throws `Refusal` where there is none of its name. */
export function chosenPlan(c: ConsoleContext): Plan {
  const planId = c.req.query('plan') ?? plans[0]?.id ?? '';
  const plan = planById(planId);
  if (plan !== undefined) return plan;
  throw new Refusal(`There is no plan ${planId.slice(0, 80)}. Choose one of the list.`);
}
