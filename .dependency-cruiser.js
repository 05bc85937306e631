// The import column of the house (README, "How the house is laid out"), enforced in `npm test`.
const own = '^(bin|plans|domain|lambdas|lib|cli|local)/';

/** A rule that lets a room import nothing of the house but the rooms named. */
const mayImport = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: own, pathNot: to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    mayImport('domain-stands-alone', '^domain/', '^domain/'),
    mayImport('plans-import-domain', '^plans/', '^(plans|domain)/'),
    mayImport('lambdas-import-domain-and-plans', '^lambdas/', '^(lambdas|domain|plans)/'),
    mayImport('adapters-import-domain', '^lambdas/adapters/', '^(lambdas/(adapters/|names\\.ts)|domain/)'),
    mayImport('mail-imports-domain', '^lambdas/mail/', '^(lambdas/mail|domain)/'),
    mayImport(
      'documents-import-mail-and-domain',
      '^lambdas/documents/',
      '^(lambdas/(documents|mail)|domain)/',
    ),
    mayImport('lib-names-handlers-by-path', '^lib/', '^(lib/|plans/|domain/|lambdas/names\\.ts)'),
    mayImport('cli-imports', '^cli/', '^(cli|domain|plans|lambdas|local)/'),
    mayImport('local-knows-the-assembly-only', '^local/', '^(local|domain)/'),
    mayImport('bin-is-thin', '^bin/', '^(bin|lib|cli|plans)/'),
    {
      name: 'local-takes-types-only-from-domain',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: ['^domain/', 'node_modules/(zod|temporal-polyfill)/'] },
    },
    {
      name: 'only-adapters-import-the-sdk',
      severity: 'error',
      from: { path: '^lambdas/', pathNot: '^lambdas/adapters/' },
      to: { path: 'node_modules/@aws-sdk/' },
    },
    {
      name: 'cdk-only-in-lib-and-bin',
      severity: 'error',
      from: { path: '^(plans|domain|lambdas|cli|local)/' },
      to: { path: 'node_modules/(aws-cdk-lib|constructs|cdk-nag)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|dist|\\.perennial)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
