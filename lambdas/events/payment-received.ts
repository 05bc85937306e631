import * as z from 'zod/mini';
import { entryPoint } from '../../adapters/lambda/entry-point.ts';
import { openReceiving, receivePayment } from '../../app/payments/receive-payment.ts';

const receiving = openReceiving(process.env);

/** Records a payment that came in; whatever it is called with, nothing is lost: what cannot be recorded is queued. */
export const handler = entryPoint(z.unknown(), (event) =>
  receivePayment(receiving, event, new Date().toISOString()),
);
