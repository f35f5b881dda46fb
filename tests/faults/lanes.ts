/** Does something with each of them, so many at a time. */
export async function inLanes<T>(
  all: T[],
  lanes: number,
  work: (one: T, n: number) => Promise<unknown>
) {
  let next = 0
  const lane = async () => {
    for (let n = next++; n < all.length; n = next++) await work(all[n], n)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
