import type { CommonHooks } from '@adonisjs/assembler/types'

type InitHook = Extract<CommonHooks['init'][number], { run: any }>

/** Writes the barrel of all jobs, as the framework does for controllers: the worker's registry. */
export function indexJobs(from: { source: string; importAlias: string }): InitHook {
  return {
    run(_, __, indexGenerator) {
      indexGenerator.add('jobs', {
        ...from,
        glob: ['**/jobs/*_job.ts'],
        as: 'barrelFile',
        exportName: 'jobs',
        skipSegments: ['jobs'],
        removeSuffix: 'job',
        output: '.adonisjs/server/jobs.ts',
        comment: true,
      })
    },
  }
}
