import { serviceOf } from '../endpoint/caller.ts';
import type { ServiceRequest } from '../endpoint/exchange.ts';
import { isObject, parseJson } from '../shared/json.ts';

type Members = Readonly<Record<string, unknown>>;

/** A request as the weather sees it. */
export interface NamedRequest {
  /** By its name in a signature's scope. */
  readonly service: string;
  readonly operation: string;
  /** What it is about: the same for the same request of another play. */
  readonly target: string;
  /** The members of a request in AWS's JSON protocol; empty for others. */
  readonly members: Members;
}

/** Ids that are made at random, and differ from play to play. */
const randomIds = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The service, operation and target of a request; undefined where it is not signed. */
export function nameRequest(request: ServiceRequest): NamedRequest | undefined {
  const service = serviceOf(request);
  if (service === undefined) return undefined;
  const { headers, method, url, body } = request;
  const operation = headers['x-amz-target']?.split('.')[1];
  if (operation !== undefined) {
    const members = membersIn(body);
    return { service, operation, target: withoutIds(targetOf(members)), members };
  }
  const form = method === 'POST' ? new URLSearchParams(body.toString('latin1')) : new URLSearchParams();
  const action = form.get('Action');
  if (action !== null) {
    const tags = [form.get('Tags.member.1.Value'), form.get('Tags.member.2.Value')];
    return { service, operation: action, target: tags.join(' '), members: {} };
  }
  return { service, operation: method, target: withoutIds(url.split('?')[0] ?? ''), members: {} };
}

function withoutIds(target: string): string {
  return target.replaceAll(randomIds, '*');
}

function membersIn(body: Buffer): Members {
  try {
    const parsed = parseJson(body.toString('utf8'));
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

/** The key of the first item that a request to DynamoDB names, or the values of its query. */
function targetOf(members: Members): string {
  const { Key, Item, ExpressionAttributeValues, TransactItems, RequestItems } = members;
  if (Array.isArray(TransactItems)) {
    const first: unknown = TransactItems[0];
    const [action] = isObject(first) ? Object.values(first) : [];
    return isObject(action) ? targetOf(action) : '';
  }
  if (isObject(RequestItems)) return Object.keys(RequestItems).join(' ');
  const named = Key ?? Item ?? ExpressionAttributeValues;
  return isObject(named) ? JSON.stringify(Object.values(named).slice(0, 2)) : '';
}
