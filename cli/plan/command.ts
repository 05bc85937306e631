import { Command } from 'commander';
import type { Invocation } from '../shell/invocation.ts';
import { planNamed } from '../shell/plan-named.ts';

const help = `
Examples:
  npx perennial plan show smart-net-user-group
  npx perennial plan show video-sma --json

Prints the terms of a plan as a person would explain them, made from its data, and what example licences cost today. "assumed"
marks what the vendor does not publish, "in part" what it publishes in part. It needs no deployment: it reads the plans of this
checkout.`;

/** `plan`: the plans that licences run on. */
export function planCommand(at: Invocation): Command {
  const show = new Command('show')
    .description('explain the terms of a plan in words, with the price of examples')
    .argument('<plan>', 'the id of the plan')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (planId: string, { json }: { readonly json?: boolean }) => {
      const plan = planNamed(planId);
      const { showPlan } = await import('./show.ts');
      showPlan(at, plan, json === true);
    });
  return new Command().addCommand(show);
}
