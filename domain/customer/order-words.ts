import { lineSchema } from '../text/line.ts';

/** The number of a customer's purchase order, as it stands on the invoice. */
export const purchaseOrderSchema = lineSchema(60);

/** Who accepts a quote at the customer's: a name. */
export const acceptedBySchema = lineSchema(200);
