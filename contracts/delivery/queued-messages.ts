import * as z from 'zod/mini';

/** What Lambda hands to a function of the messages in a queue: of each its id, and what EventBridge put there as text. */
export const queuedMessages = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })),
});

/** The function's answer: which messages stay in the queue, to be handed over again. */
export interface HandledMessages {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}
