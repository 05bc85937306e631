import { answerOf, type ServiceAnswer, type ServiceRequest } from '../endpoint/exchange.ts';
import type { Meter } from './meter.ts';
import type { MeterReading } from './reading.ts';

/** Where the endpoint shows the meter. */
export const meterPath = '/meter';

/** Answers `GET` with the reading, and `DELETE` with the reading before it counts from 0 again. */
export function answerMeter({ method }: ServiceRequest, reading: MeterReading, meter: Meter): ServiceAnswer {
  if (method === 'DELETE') meter.reset();
  return answerOf(200, 'application/json', JSON.stringify(reading));
}
