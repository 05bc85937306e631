import type { Plan } from '../plan/plan.ts';

interface OldContract {
  readonly plan: Plan;
  readonly contract: string;
  readonly isHonoured: boolean;
}

/** All old contracts of plans. */
export function oldContractsOf(plans: readonly Plan[]): readonly OldContract[] {
  return plans.flatMap((plan) => {
    const { replaced, honoured } = plan.oldContracts ?? { replaced: [], honoured: {} };
    return [
      ...replaced.map((contract) => ({ plan, contract, isHonoured: false })),
      ...Object.keys(honoured).map((contract) => ({ plan, contract, isHonoured: true })),
    ];
  });
}

/** The old contract of a name, and the plan that it belongs to. */
export function contractNamed(plans: readonly Plan[], name: string): OldContract | undefined {
  return oldContractsOf(plans).find(({ contract }) => contract === name);
}

/** The rates of an old contract that the plan honours; undefined where it honours none of that name. */
export function ratesOfContract(
  { oldContracts }: Plan,
  name: string | undefined,
): readonly number[] | undefined {
  if (oldContracts === null || name === undefined || !Object.hasOwn(oldContracts.honoured, name))
    return undefined;
  return oldContracts.honoured[name]?.ratesByTerm;
}
