import * as z from 'zod/mini';

/** `digest`: as its schedule gives it. */
export const digestInput = z.object({
  /** A UTC instant, up to which it reports. */
  scheduledTime: z.iso.datetime({ offset: true }),
});
