/**
 * Times something over and over: a few times to warm up, then `count` times, but nothing is begun any more once the budget
 * (in s, half as much for warming up) is spent. At least one sample is taken.
 */
export async function takeSamples({ once, settle }, { count, warmUp, budget }) {
  const times = []
  let answer
  const take = async () => {
    const started = performance.now()
    answer = await once()
    times.push(performance.now() - started)
    await settle?.()
  }
  const until = async (enough, limit) => {
    const end = performance.now() + limit * 1000
    do await take()
    while (times.length < enough && performance.now() < end)
  }
  if (warmUp > 0) await until(warmUp, budget / 2)
  times.length = 0
  await until(count, budget)
  return { times, answer }
}

/** Median and two percentiles (by nearest rank), and how many there were. On a busy machine the low one says most about the server. */
export function summary(times) {
  const sorted = [...times].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const p50 = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  const rank = (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  return { p5: rank(0.05), p50, p95: rank(0.95), n: sorted.length }
}
