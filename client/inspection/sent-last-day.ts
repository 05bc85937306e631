import { SendingInspector } from '../../adapters/inspection/sending.ts';

/** The mails that SES has taken from the account in the last 24 hours; undefined where the caller may not ask. */
export async function sentLastDay(): Promise<number | undefined> {
  try {
    const { sentLastDay: sent } = await new SendingInspector().account();
    return sent;
  } catch (error) {
    if (error instanceof Error && /AccessDenied/.test(error.name)) return undefined;
    throw error;
  }
}
