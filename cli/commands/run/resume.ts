import { resumeRun } from '../../bulk.ts'
import { showTarget } from '../../confirm.ts'
import { makeCommand, onRun } from '../../define/command.ts'
import { UsageError } from '../../errors.ts'
import { openRows, readJournal } from '../../journal.ts'
import { parseWhole } from '../../options.ts'
import type { Command } from 'commander'
import type { BulkFlags } from '../../bulk.ts'
import type { Context } from '../../context.ts'

export default function runResume(context: Context): Command {
  const command = makeCommand('resume', 'do the rows of a bulk run that are still open', {
    examples: [{ what: 'after Ctrl-C or a crash', line: 'souk run resume 20260131T090000-1f2e3d' }],
    jsonFields: ['id', 'outcome', 'label', 'code', 'message', 'requestId'],
  })
    .argument('<run>')
    .option('--concurrency <n>', 'requests at the same time (4)', (text) => parseWhole(text, 1, 32))
    .option('--max-failures <n>', 'stop after this many failures', (text) => parseWhole(text, 1))
  return onRun<BulkFlags>(command, async ([name], flags) => {
    const journal = await readJournal(context.paths.state, name)
    const profile = await context.profile()
    const { plan } = journal
    // The confirmation was given for one marketplace; it must not be carried into another.
    if (profile.apiUrl.value !== plan.apiUrl || profile.name.value !== plan.profile) {
      throw new UsageError(`this run belongs to profile ${plan.profile} (${plan.apiUrl})`, {
        hint: `souk run resume ${plan.run} --profile ${plan.profile}`,
      })
    }
    const open = openRows(journal).length
    await showTarget(context)
    context.talk.note(`${open} of ${plan.ids.length} rows are open`)
    await resumeRun(context, journal, flags)
  })
}
