/** The CDK application: writes the cloud assembly to `cdk.out`, or to where the CDK's command line wants it. */
try {
  const { configuration } = await import('../perennial.config.ts');
  const { perennial } = await import('../lib/app.ts');
  const { plans } = await import('../plans/index.ts');
  perennial({ plans, configuration, outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out' }).synth();
} catch (error) {
  process.stderr.write(
    `cannot synthesise Perennial: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
