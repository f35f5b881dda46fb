import { addVerbs } from '../../define/command.ts'
import api from './api.ts'
import end from './end.ts'
import logs from './logs.ts'
import note from './note.ts'
import run from './run.ts'
import show from './show.ts'
import start from './start.ts'
import status from './status.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function impersonate(noun: Command, context: Context): void {
  addVerbs(noun, context, [start, status, api, run, note, end, logs, show])
}
