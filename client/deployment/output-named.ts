import { Refusal } from '../operator/errors.ts';

/** An output of the stacks. Throws `Refusal` where they have none of its name. */
export function outputNamed(deployed: Readonly<Record<string, string>>, name: string): string {
  const value = deployed[name];
  if (value !== undefined) return value;
  throw new Refusal(`The stacks have no output ${name}. Deploy them again with \`npx cdk deploy --all\`.`);
}
