// What each folder may import (docs/README.md), enforced in `npm test`.
const own =
  '^(bin|plans|domain|app|adapters|wording|mail|documents|contracts|lambdas|web|lib|client|cli|local)/';

/**
 * A rule that lets a folder import nothing of the project but the folders named.
 * @param {string} name
 * @param {string} from
 * @param {readonly string[]} folders
 */
const mayImport = (name, from, folders) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: own, pathNot: `^(${folders.join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    mayImport('domain-stands-alone', '^domain/', ['domain']),
    mayImport('plans-import-domain', '^plans/', ['plans', 'domain']),
    mayImport('contracts-import-domain', '^contracts/', ['contracts', 'domain']),
    mayImport('adapters-import-domain-and-contracts', '^adapters/', ['adapters', 'domain', 'contracts']),
    mayImport('wording-imports-domain-and-contracts', '^wording/', ['wording', 'domain', 'contracts']),
    mayImport('mail-imports-wording-and-domain', '^mail/', ['mail', 'wording', 'domain', 'contracts']),
    mayImport('documents-import-wording-and-domain', '^documents/', [
      'documents',
      'wording',
      'domain',
      'contracts',
    ]),
    mayImport('app-imports-what-it-composes', '^app/', [
      'app',
      'domain',
      'plans',
      'adapters',
      'wording',
      'mail',
      'documents',
      'contracts',
    ]),
    mayImport('web-imports-app-and-domain', '^web/(?!console/)', [
      'web',
      'app',
      'domain',
      'wording',
      'contracts',
    ]),
    mayImport('console-is-a-client', '^web/console/', [
      'web',
      'client',
      'domain',
      'plans',
      'wording',
      'contracts',
    ]),
    mayImport('lambdas-are-entry-points', '^lambdas/', ['app', 'adapters/lambda', 'contracts', 'web']),
    mayImport('lib-names-handlers-by-path', '^lib/', ['lib', 'plans', 'domain', 'contracts']),
    mayImport('client-reads-and-asks', '^client/', ['client', 'domain', 'plans', 'adapters', 'contracts']),
    mayImport('cli-is-a-client', '^cli/', ['cli', 'domain', 'plans', 'client', 'local', 'contracts']),
    {
      name: 'clients-write-nothing',
      comment: 'Licences are changed, executions started and mails sent by the operator function alone.',
      severity: 'error',
      from: { path: '^(cli|client|web/console)/' },
      to: {
        reachable: true,
        path: [
          '^adapters/(cloudwatch|kms|messaging|ses)/',
          '^adapters/stepfunctions/execution-starter',
          '^adapters/s3/(worklists|document-files)',
          '^adapters/dynamodb/licences/licence-store',
          '^adapters/dynamodb/customers/customers',
          '^adapters/dynamodb/documents/document-numbers',
          '^adapters/dynamodb/mails/mail-(store|moves)',
          '^adapters/dynamodb/runs/(runs|digest-log)',
          '^adapters/dynamodb/updates/updates',
        ],
      },
    },
    mayImport('local-knows-the-assembly-only', '^local/', ['local']),
    mayImport('bin-is-thin', '^bin/', ['bin', 'lib', 'cli', 'client', 'plans']),
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: ['^domain/', 'node_modules/(zod|temporal-polyfill)/'] },
    },
    {
      name: 'functions-load-small-schemas',
      comment:
        'zod takes 15 ms of CPU of a start, zod/mini 5 (docs/speed.md). One import of zod loads all of it.',
      severity: 'error',
      from: { path: '^(domain|contracts|app|adapters|wording|mail|documents|lambdas|web|client)/' },
      to: { path: 'node_modules/zod/(index|v4/index|v4/classic/.*)\\.(c?js|d\\.c?ts)$' },
    },
    {
      name: 'only-adapters-import-the-sdk',
      severity: 'error',
      from: { path: own, pathNot: '^adapters/' },
      to: { path: 'node_modules/@(aws-sdk|smithy)/' },
    },
    {
      name: 'cdk-only-in-lib-and-bin',
      severity: 'error',
      from: { path: own, pathNot: '^(lib|bin)/' },
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
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|dist|\\.perennial)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
