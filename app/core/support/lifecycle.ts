/** Where this process is in its life; the readiness probe tells it to load balancers. */
export const lifecycle = {
  startedAt: Date.now(),
  isStopping: false,
}

/** how long open requests, jobs and scheduled runs may go on after the order to stop, in ms */
export const GRACE = 12_000

/**
 * A process that was told to stop is gone after this long, in ms. Supervisors kill after 30 s; the
 * rest is for a machine so busy that timers come late.
 */
const LAST_MOMENT = 25_000

interface Stoppable {
  listen(signal: NodeJS.Signals, stop: () => void): unknown
  terminate(): Promise<void>
}

/**
 * Ends the process in order on SIGTERM and SIGINT, and by force when the order does not come to its
 * end. The clock starts with the signal: the steps of a stop wait for one another, so a limit that
 * one of them sets would begin too late.
 */
export function stopOnSignals(app: Stoppable) {
  const stop = () => {
    setTimeout(endByForce, LAST_MOMENT).unref()
    return app.terminate()
  }
  app.listen('SIGTERM', stop)
  app.listen('SIGINT', stop)
}

function endByForce() {
  const seconds = LAST_MOMENT / 1000
  process.stderr.write(`Ended by force: work was still open ${seconds} s after the order to stop\n`)
  process.exit(1)
}
