import { outputs } from '../../../contracts/deployment/stacks.ts';
import type { Deployment } from '../world/deployment.ts';

/** Where numbers of documents have gaps, or two documents have one number. */
export function counterSeries(deployment: Deployment): readonly string[] {
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
