type Told = 'Delivery' | 'DeliveryDelay' | 'Bounce' | 'Complaint';

/** An event of SES about a mail of a plan, such as EventBridge brings it. */
export function sesReport(
  planId: string,
  eventType: Told,
  mailId: string,
  attempt = 1,
  timestamp = '2026-01-30T12:00:00Z',
  /** The addresses that sent the mail back for good, or complain of it. */
  back: readonly string[] = [],
) {
  const member = { Delivery: 'delivery', Bounce: 'bounce', Complaint: 'complaint' } as Record<string, string>;
  return {
    source: 'aws.ses',
    detail: {
      eventType,
      [member[eventType] ?? 'deliveryDelay']: {
        timestamp,
        bounceType: back.length === 0 ? 'Transient' : 'Permanent',
        bouncedRecipients: back.map((emailAddress) => ({ emailAddress })),
        complainedRecipients: back.map((emailAddress) => ({ emailAddress })),
      },
      mail: {
        timestamp,
        destination: ['jane@customer.example', 'bills@customer.example', 'desk@reseller.example'],
        messageId: `ses-of-${attempt}`,
        tags: {
          mail: [mailId],
          attempt: [String(attempt)],
          plan: [planId],
          'ses:configuration-set': ['perennial'],
        },
      },
    },
  };
}
