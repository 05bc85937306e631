import { CfnOutput } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** An output of a stack: its key, its value, and what it is for. */
export type Output = readonly [key: string, value: string, description: string];

/** Adds outputs to a stack; the console shows their descriptions. */
export function addOutputs(scope: Construct, outputs: readonly Output[]): void {
  for (const [key, value, description] of outputs) new CfnOutput(scope, key, { value, description });
}
