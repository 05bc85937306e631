import type { ServiceAnswer, ServiceRequest } from './exchange.ts';
import { isForFunction, refusal } from './router.ts';

/**
 * Refuses what a web page of somebody else could send to this machine: requests to another host name, which may have
 * been made to lead here, and requests that a browser marks with an origin or as made by another site's page. Function
 * URLs serve pages of their own, whose forms they take back and to which links may lead.
 * @param port that of the endpoint
 * @returns undefined for a request that may go on
 */
export function refuseStrangers(
  request: ServiceRequest,
  port: number | undefined,
): ServiceAnswer | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin } = request.headers;
  if (!hosts.includes(host)) {
    return refusal(
      403,
      'ForeignHost',
      `the embedded cloud does not answer for host ${host}: use ${hosts.join(' or ')}`,
    );
  }
  if (isEmbedded(request)) {
    return refusal(
      403,
      'ForeignOrigin',
      'the embedded cloud answers nothing that a web page of another site embeds',
    );
  }
  if (origin === undefined || (isForFunction(request) && isOwn(request, origin, host))) return undefined;
  return refusal(
    403,
    'ForeignOrigin',
    `the embedded cloud answers no web page of ${origin}: use an AWS SDK or the command line`,
  );
}

/** A page that sends no referrer has the origin null; the browser then says by itself whether it is the same site. */
function isOwn({ headers }: ServiceRequest, origin: string, host: string): boolean {
  return origin === `http://${host}` || (origin === 'null' && headers['sec-fetch-site'] === 'same-origin');
}

/** What another site's page asks for, without that anybody has followed a link. */
function isEmbedded({ method, headers }: ServiceRequest): boolean {
  const isForeign = ['cross-site', 'same-site'].includes(headers['sec-fetch-site'] ?? '');
  return isForeign && !(method === 'GET' && headers['sec-fetch-mode'] === 'navigate');
}
