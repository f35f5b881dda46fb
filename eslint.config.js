import { configApp } from '@adonisjs/eslint-config'

/*
 * The ladder: a domain imports only from its own rung or a lower one (docs/domains.md). Upward it
 * knows events alone.
 */
const LADDER = [
  ['core'],
  ['regions', 'categories'],
  ['users'],
  ['audit', 'notifications'],
  ['auth'],
  ['impersonation'],
  ['ledger'],
  ['partners'],
  ['inquiries', 'catalogue', 'coupons'],
  ['carts'],
  ['orders'],
  ['payments', 'reviews'],
  ['refunds', 'withdrawals'],
  ['integrity', 'analytics', 'operations', 'privacy'],
  ['clients'],
]

/** What no other domain may import, whatever its rung. */
const PRIVATE_FOLDERS = ['controllers', 'validators', 'jobs', 'tasks']

/** What every rung may import: facts, the audit trail, and the words for who may call a route. */
const OPEN_TO_ALL = ['events/', 'record$', 'access$']

function ladderRule(domain, rung) {
  const higher = LADDER.slice(rung + 1).flat()
  const others = LADDER.flat().filter((other) => other !== domain && other !== 'core')
  const patterns = [
    {
      regex: `^#(?:${others.join('|')})/(?:${PRIVATE_FOLDERS.join('|')})/`,
      message: 'Controllers, validators, jobs and tasks belong to their own domain.',
    },
  ]
  if (higher.length)
    patterns.push({
      regex: `^#(?:${higher.join('|')})/(?!${OPEN_TO_ALL.join('|')})`,
      message: `The ladder: ${domain} knows only lower rungs, and the events of higher ones.`,
    })
  return {
    files: [`app/${domain}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  }
}

export default configApp(
  { ignores: ['.adonisjs/**', 'build/**', 'dist/**', 'tmp/**', 'database/schema.ts'] },
  { rules: { '@unicorn/no-await-expression-member': 'off' } },
  ...LADDER.flatMap((domains, rung) => domains.map((domain) => ladderRule(domain, rung))),
  {
    files: ['app/**/*.ts', 'cli/**/*.ts', 'commands/**/*.ts'],
    ignores: ['app/core/queue/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='bull'], ImportExpression[source.value='bull']",
          message: 'Only app/core/queue knows bull.',
        },
      ],
    },
  },
  {
    files: ['cli/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'exit',
          message: 'It cuts piped output at 64 KiB: set process.exitCode.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^#', message: 'The CLI is a client of the HTTP API: no app code.' }],
        },
      ],
    },
  }
)
