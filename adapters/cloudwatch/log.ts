const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;

/**
 * Writes a line to the function's log, as an object that CloudWatch can be asked about. A level below that of Lambda's
 * variable `AWS_LAMBDA_LOG_LEVEL`, INFO unless it says otherwise, is left out.
 * @param facts have no personal data
 */
export function log(
  level: 'INFO' | 'WARN' | 'ERROR',
  message: string,
  facts: Readonly<Record<string, string | number | undefined>>,
): void {
  const { AWS_LAMBDA_LOG_LEVEL: least = 'INFO' } = process.env;
  if (levels.indexOf(level) < levels.findIndex((name) => name === least)) return;
  writeLine({ level, message, timestamp: new Date().toISOString(), service: 'perennial', ...facts });
}

/** Writes an object to the log as one line. */
export function writeLine(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
