import { placeOf } from '../iam/calls/s3.ts';
import type { Handler, ServiceRequest } from '../endpoint/exchange.ts';
import type { Meter } from './meter.ts';

/** Counts requests to the services that bill them as they come in. */
export function metered(handlers: ReadonlyMap<string, Handler>, meter: Meter): ReadonlyMap<string, Handler> {
  const counting = (service: string, handler: Handler): Handler => {
    switch (service) {
      case 'kms':
        return (request) => {
          meter.count(service);
          return handler(request);
        };
      case 'sqs':
      case 'sns':
        return (request) => {
          meter.count(service, request.body.length);
          return handler(request);
        };
      case 's3':
        return async (request) => {
          countS3(request, meter);
          const answer = await handler(request);
          if (answer?.statusCode === 200 && writesObject(request)) {
            meter.countObjectWritten(placeOf(request.url).bucket);
          }
          return answer;
        };
      default:
        return handler;
    }
  };
  return new Map([...handlers].map(([service, handler]) => [service, counting(service, handler)]));
}

/** Deleting, and giving an upload up, is free. */
function countS3({ method }: ServiceRequest, meter: Meter): void {
  if (method === 'PUT' || method === 'POST') meter.countS3('puts');
  else if (method !== 'DELETE') meter.countS3('gets');
}

/** Whether a request writes an object as a whole, or completes one that was written in parts. */
function writesObject({ method, url }: ServiceRequest): boolean {
  const isOfUpload = new URLSearchParams(url.split('?')[1]).has('uploadId');
  return isOfUpload ? method === 'POST' : method === 'PUT';
}
