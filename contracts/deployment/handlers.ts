import type { Step } from '../workflow/steps.ts';

/** The handlers of EventBridge's events and schedules; each is a file in `lambdas/events/`. */
export const eventHandlers = ['mail-feedback', 'payment-received', 'digest'] as const;

export type EventHandler = (typeof eventHandlers)[number];

/** Functions that others may call; each is a file in `lambdas/http/`. */
export const apis = ['entitlements', 'unsubscribe', 'operator', 'portal', 'console'] as const;

/** Every Lambda function, by the name of its file. */
export type Handler = Step | EventHandler | (typeof apis)[number];
