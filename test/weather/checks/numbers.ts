import { fileOfDocument } from '../../../contracts/delivery/documents.ts';
import { outputs } from '../../../contracts/deployment/stacks.ts';
import type { Deployment } from '../world/deployment.ts';
import { repeated, type Rules } from './rule.ts';

/** Every document has one number, and a file where it counts as stored. */
export const documentRules: Rules = {
  'a document is numbered once': ({ documents }) =>
    repeated(documents.map(({ documentId }) => String(documentId))).map((id) => `${id} has two numbers`),
  'only what was issued is numbered': ({ documents, events }) => {
    const issued = new Set(
      events.flatMap(({ event }) =>
        'invoiceId' in event ? [event.invoiceId] : 'quoteId' in event ? [event.quoteId] : [],
      ),
    );
    return documents.flatMap(({ documentId, number }) =>
      issued.has(String(documentId))
        ? []
        : [`${String(documentId)} is not issued and has number ${String(number)}`],
    );
  },
  'a stored document has its file': ({ documents }, { deployment }) => {
    const files = [...deployment.s3.objects.keys()];
    return documents.flatMap(({ number, isStored }) =>
      isStored !== true || files.some((key) => key.endsWith(fileOfDocument(String(number))))
        ? []
        : [`${String(number)} counts as stored and has no file`],
    );
  },
};

/** Where numbers of documents have gaps, or two documents have one number. */
export function numberingProblems(deployment: Deployment): readonly string[] {
  const documents = [...deployment.table(outputs.licencesTable).all()].filter((item) =>
    String(item['record']).startsWith('DOCUMENT#'),
  );
  const numbers = documents.map(({ number }) => String(number));
  const bySeries = Map.groupBy(numbers, (number) => number.slice(0, number.lastIndexOf('-')));
  return [...bySeries].flatMap(([series, given]) => {
    const sorted = given
      .map((number) => Number(number.slice(number.lastIndexOf('-') + 1)))
      .toSorted((a, b) => a - b);
    return sorted.every((number, index) => number === index + 1)
      ? []
      : [`numbers of ${series} are ${sorted.join(', ')}`];
  });
}
