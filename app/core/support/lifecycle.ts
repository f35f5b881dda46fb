/** Where this process is in its life; the readiness probe tells it to load balancers. */
export const lifecycle = {
  startedAt: Date.now(),
  isStopping: false,
}
