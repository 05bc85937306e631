import * as z from 'zod';
import type { Resource } from '../assembly/resolver.ts';

/** Reports the delivery of a configuration set's mails to the event bus. */
export interface EventDestination {
  readonly configurationSet: string;
  /** In SES's own spelling, in lower case: `send`, `deliverydelay`. */
  readonly types: ReadonlySet<string>;
}

const properties = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.looseObject({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.looseObject({
      EventBusArn: z.string().regex(/:event-bus\/default$/, 'SES publishes to the default bus only'),
    }),
  }),
});

/** Reads an `AWS::SES::ConfigurationSetEventDestination`; gives undefined for one that is disabled. */
export function readEventDestination(resource: Resource): EventDestination | undefined {
  const { ConfigurationSetName: configurationSet, EventDestination: to } = properties.parse(
    resource.properties(),
  );
  const types = new Set(to.MatchingEventTypes.map((type) => type.toLowerCase()));
  return to.Enabled ? { configurationSet, types } : undefined;
}
