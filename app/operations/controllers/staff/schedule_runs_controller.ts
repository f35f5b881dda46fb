import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import RequestScheduleRun from '#operations/actions/request_schedule_run'
import ListScheduleRuns from '#operations/queries/list_schedule_runs'
import ListTasks from '#operations/queries/list_tasks'
import ScheduleRunTransformer from '#operations/transformers/schedule_run_transformer'
import {
  listScheduleRunsValidator,
  requestScheduleRunValidator,
} from '#operations/validators/operations'

/** What runs by itself: the tasks, and each of their runs. */
@inject()
export default class ScheduleRunsController {
  constructor(
    private listScheduleRuns: ListScheduleRuns,
    private listTasks: ListTasks,
    private requestScheduleRun: RequestScheduleRun
  ) {}

  /** Runs, newest period first, and in `meta.tasks` every task with its schedule and last run. */
  async index({ request, serializePage }: HttpContext) {
    const filters = await request.validateUsing(listScheduleRunsValidator)
    const { rows, meta } = await this.listScheduleRuns.execute(filters)
    const tasks = await this.listTasks.execute()
    return serializePage(ScheduleRunTransformer.transform(rows), { ...meta, tasks })
  }

  /** Run a task now for one period (by default the newest), or again where that run has failed. */
  async store({ actor, request, response, serialize }: HttpContext) {
    const input = await request.validateUsing(requestScheduleRunValidator)
    const run = await this.requestScheduleRun.execute({ actor: actor!, ...input })
    response.status(202)
    return serialize(ScheduleRunTransformer.transform(run))
  }
}
