import * as z from 'zod/mini';
import { type ReturnedMail, ReturnedMails } from '../../adapters/dynamodb/customers/returned-mail.ts';
import { documentClient } from '../../adapters/dynamodb/table/document-client.ts';
import type { CivilDate } from '../../domain/calendar.ts';
import type { Page } from '../browsing/pages.ts';
import { placeFrom, placeText } from '../browsing/places.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { settingsOf } from '../deployment/settings-of.ts';

export type { ReturnedMail } from '../../adapters/dynamodb/customers/returned-mail.ts';

const placeSchema = z.object({ after: z.string().check(z.minLength(1), z.maxLength(500)) });

/** A page of the addresses that send mail back for good since a day, the latest first, by two requests. */
export async function returnedMails(
  deployment: Deployment,
  most: number,
  since: CivilDate,
  from?: string,
): Promise<Page<ReturnedMail>> {
  const reader = new ReturnedMails(documentClient(), settingsOf(deployment.outputs));
  const { rows, unreadable, next } = await reader.some(most, since, placeFrom(placeSchema, from)?.after);
  return { rows, unreadable, next: placeText(next === undefined ? undefined : { after: next }) };
}
