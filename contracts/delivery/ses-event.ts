import * as z from 'zod/mini';
import { filledSchema } from '../../domain/values/filled.ts';

const instant = z.iso.datetime({ offset: true });
const report = z.object({ timestamp: instant });
const mail = z.object({
  timestamp: instant,
  messageId: filledSchema,
  destination: z._default(z.array(z.string()), []),
  /** SES takes values of up to 256 characters. */
  tags: z._default(z.record(z.string(), z.array(z.string().check(z.maxLength(256)))), {}),
});
const bounce = z.extend(report, {
  bounceType: z.string(),
  bouncedRecipients: z.array(z.object({ emailAddress: z.string() })),
});
const complaint = z.extend(report, {
  complainedRecipients: z._default(z.array(z.object({ emailAddress: z.string() })), []),
});

/** The events of SES that the rule lets through. */
export const sesEvent = z.object({
  detail: z.discriminatedUnion('eventType', [
    z.object({ eventType: z.literal('DeliveryDelay'), mail }),
    z.object({ eventType: z.literal('Delivery'), mail, delivery: report }),
    z.object({ eventType: z.literal('Bounce'), mail, bounce }),
    z.object({ eventType: z.literal('Complaint'), mail, complaint }),
  ]),
});
export type SesEvent = z.infer<typeof sesEvent>;
