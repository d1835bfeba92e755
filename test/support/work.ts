import { Session } from 'node:inspector/promises'

/**
 * How often the functions and blocks of the server's code run while something is done, as V8 counts them. Unlike time it is the
 * same on a busy machine. What runs inside of V8, such as a search in a string, is not counted.
 */
export async function workOf(act: () => unknown): Promise<number> {
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    await act()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    return result
      .filter(({ url }) => url.includes('/server/src/'))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
      .reduce((sum, count) => sum + count, 0)
  } finally {
    await session.post('Profiler.stopPreciseCoverage')
    session.disconnect()
  }
}

/** By how much more work is done for a text that is so many times as long: as many times, where it takes linear time. */
export async function growthOf(act: (n: number) => unknown, n: number, times: number): Promise<number> {
  const small = await workOf(() => act(n))
  return (await workOf(() => act(times * n))) / small
}
