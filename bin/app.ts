/** The CDK application: writes the cloud assembly to `cdk.out`, or to where the CDK's command line wants it. */
const { CDK_OUTDIR: outdir, CDK_CLI_VERSION: commandLine } = process.env;
// What is deployed is checked, and its functions start fast; what runs on this machine has been checked in the tests.
const isDeployed = commandLine !== undefined;
try {
  const { bundleHandlers } = await import('../lib/functions/handlers.ts');
  // The bundler is a process of its own: meanwhile this one loads the CDK.
  const bundling = bundleHandlers({ apart: isDeployed });
  const loading = Promise.all([
    import('../perennial.config.ts'),
    import('../lib/app.ts'),
    import('../plans/index.ts'),
  ]);
  const [handlers, [{ configuration }, { perennial }, { plans }]] = await Promise.all([bundling, loading]);
  // SES on this machine has no rate to keep to.
  const here = isDeployed ? configuration : { ...configuration, sendRate: 1_000_000 };
  const app = perennial({
    plans,
    configuration: here,
    handlers,
    outdir: outdir ?? 'cdk.out',
    validated: isDeployed,
  });
  if (isDeployed) (await import('../lib/security/checks.ts')).checkSecurity(app);
  app.synth();
} catch (error) {
  process.stderr.write(
    `cannot synthesise Perennial: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
