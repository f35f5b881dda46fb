import { describe, addVerbs, onRun } from '../../define/command.ts'
import { Option } from 'commander'
import { runApi } from './call.ts'
import list from './list.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'
import type { ApiFlags } from './call.ts'

export default function api(command: Command, context: Context): void {
  describe(command, {
    examples: [
      { what: 'any GET', line: 'souk api /admin/verifications?status=submitted' },
      {
        what: 'a write; -f gives text, -F numbers, booleans, null and @files',
        line: 'souk api -X PUT /admin/verify/prt_01jd3x -f decision=approve',
      },
      {
        what: 'every page of a list as one array',
        line: 'souk api /admin/inquiries --paginate --slurp',
      },
      { what: 'which endpoints are there', line: 'souk api ls verif' },
    ],
    jsonFields: [],
  })
  command
    .argument('<path>', 'below /api/v1, such as /user/profile')
    .addOption(
      new Option('-X, --method <method>', 'GET, or POST when there is a body').choices([
        'GET',
        'HEAD',
        'POST',
        'PUT',
        'PATCH',
        'DELETE',
      ])
    )
    .option('-f, --raw-field <name=text>', 'add a text member to the body or query', collect)
    .option('-F, --field <name=value>', 'the same, typed: 5, true, null, @file', collect)
    .option('-H, --header <name:value>', 'add a header', collect)
    .option('--input <file>', 'body from a file or -')
    .option('--paginate', 'fetch every page of a list')
    .option('--slurp', 'with --paginate: one array instead of one per page')
    .option('-i, --include', 'print status and headers first')
    .option('--silent', 'print nothing')
    .option('--idempotency-key <key>', 'repeat an earlier attempt safely')
    .option('--yes', 'answer yes to a y/N question')
    .option('--dry-run', 'print the exact request and send nothing')
  onRun<ApiFlags>(command, ([path], flags) => runApi(context, path, flags))
  addVerbs(command, context, [list])
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value]
}
