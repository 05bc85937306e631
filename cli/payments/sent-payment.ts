import type { PaymentResult } from '../../contracts/operator/answers.ts';
import type { PlannedPayment } from './plan-payments.ts';

/** A payment that is sent to the deployment, and what came of it. */
export interface SentPayment {
  readonly planned: ToSend;
  readonly result: PaymentResult;
}

export type ToSend = Extract<PlannedPayment, { readonly plan: 'book' | 'wait' }>;
