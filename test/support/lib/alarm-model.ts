/**
 * How CloudWatch evaluates an alarm over a sliding window, as its user guide describes it: a point for each period; where
 * real points are missing it looks back over some more periods for others, and only what is still missing then is treated
 * as `TreatMissingData` says.
 */

/** A data point that was published, in minutes. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

/** What was published, by the id or else the name of the metric. */
export type Published = Readonly<Record<string, readonly Point[]>>;

interface Statistic {
  readonly name: string;
  readonly stat: string;
  readonly minutes: number;
}

/** An alarm as a template has it. */
export interface AlarmProperties {
  readonly AlarmName: string;
  readonly MetricName?: string;
  readonly Statistic?: string;
  readonly Period?: number;
  readonly Metrics?: readonly {
    readonly Id: string;
    readonly Expression?: string;
    readonly MetricStat?: {
      readonly Metric: { readonly MetricName: string };
      readonly Period: number;
      readonly Stat: string;
    };
  }[];
  readonly EvaluationPeriods: number;
  readonly Threshold: number;
  readonly ComparisonOperator: string;
  readonly TreatMissingData?: string;
}

const day = 1440;
/** Beyond the periods that are evaluated. */
const periodsLookedBack = 2;

/** The metrics of an alarm, each of which AWS charges for. */
export function metricsOf({
  Metrics = [],
  MetricName = '',
  Statistic = '',
  Period = 0,
}: AlarmProperties): Statistic[] {
  if (MetricName !== '') return [{ name: MetricName, stat: Statistic, minutes: Period / 60 }];
  return Metrics.flatMap(({ Id, MetricStat }) =>
    MetricStat === undefined ? [] : [{ name: Id, stat: MetricStat.Stat, minutes: MetricStat.Period / 60 }],
  );
}

/** The minutes from `from` to `to` at which an alarm begins to ring, and at which it ends. */
export function changesOf(
  alarm: AlarmProperties,
  published: Published,
  from: number,
  to: number,
): readonly string[] {
  const [{ minutes } = { minutes: 0 }] = metricsOf(alarm);
  // An alarm over more than a day is evaluated once an hour.
  const every = minutes * alarm.EvaluationPeriods > day ? 60 : 1;
  const changes: string[] = [];
  let rings = false;
  for (let now = from; now <= to; now += every) {
    const next = isRinging(alarm, published, now, rings);
    if (next !== rings) changes.push(`${next ? 'rings' : 'ends'} at ${now}`);
    rings = next;
  }
  return changes;
}

function isRinging(alarm: AlarmProperties, published: Published, now: number, before: boolean): boolean {
  const { EvaluationPeriods: periods, TreatMissingData: missing = 'missing' } = alarm;
  const [{ minutes } = { minutes: 0 }] = metricsOf(alarm);
  const range = Array.from({ length: periods + periodsLookedBack }, (_, index) =>
    valueOf(alarm, published, now - (index + 1) * minutes),
  );
  const real = range.filter((value) => value !== undefined);
  if (real.length === 0 && (missing === 'ignore' || missing === 'missing')) return before;
  const breaching = real.slice(0, periods).filter((value) => breaches(alarm, value)).length;
  const filled = missing === 'breaching' ? Math.max(0, periods - real.length) : 0;
  return breaching + filled >= periods;
}

/** The point of the alarm's period that begins then. */
function valueOf(alarm: AlarmProperties, published: Published, from: number): number | undefined {
  const metrics = metricsOf(alarm);
  const values = new Map(metrics.map((metric) => [metric.name, pointOf(metric, published, from)]));
  const expression = alarm.Metrics?.find(({ Expression }) => Expression !== undefined)?.Expression;
  const terms = expression?.split(' + ') ?? [...values.keys()];
  return terms.reduce<number | undefined>((sum, term) => {
    const [, name = '', instead] = /^(?:FILL\()?(\w+)(?:, (\d+)\))?$/.exec(term) ?? [];
    if (!values.has(name)) throw new Error(`cannot evaluate ${term}`);
    const value = values.get(name) ?? (instead === undefined ? undefined : Number(instead));
    return sum === undefined || value === undefined ? undefined : sum + value;
  }, 0);
}

function pointOf({ name, stat, minutes }: Statistic, published: Published, from: number): number | undefined {
  const values = (published[name] ?? []).flatMap(({ at, value }) =>
    at >= from && at < from + minutes ? [value] : [],
  );
  if (values.length === 0) return undefined;
  switch (stat) {
    case 'Sum':
      return values.reduce((sum, value) => sum + value, 0);
    case 'Maximum':
      return Math.max(...values);
    case 'SampleCount':
      return values.length;
    default:
      throw new Error(`cannot compute ${stat}`);
  }
}

function breaches(
  { ComparisonOperator: operator, Threshold: threshold }: AlarmProperties,
  value: number,
): boolean {
  switch (operator) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold;
    case 'GreaterThanThreshold':
      return value > threshold;
    case 'LessThanThreshold':
      return value < threshold;
    default:
      throw new Error(`cannot compare by ${operator}`);
  }
}
