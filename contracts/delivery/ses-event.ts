import * as z from 'zod';

const instant = z.iso.datetime({ offset: true });
const report = z.object({ timestamp: instant });
const mail = z.object({
  timestamp: instant,
  messageId: z.string().min(1),
  destination: z.array(z.string()).default([]),
  /** SES takes values of up to 256 characters. */
  tags: z.record(z.string(), z.array(z.string().max(256))).default({}),
});
const bounce = report.extend({
  bounceType: z.string(),
  bouncedRecipients: z.array(z.object({ emailAddress: z.string() })),
});
const complaint = report.extend({
  complainedRecipients: z.array(z.object({ emailAddress: z.string() })).default([]),
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
