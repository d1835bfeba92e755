import { Session } from 'node:inspector'

/** Import this before anything of the server: V8 counts in what it compiles from here on. */
const profiler = new Session()
profiler.connect()
profiler.post('Profiler.enable')
profiler.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/**
 * How often the functions and blocks of the server, and of its Markdown parser, run while something is done. Unlike time, it is the
 * same on a busy machine. What V8 does itself, such as to search a string, does not count.
 */
export function workOf(act: () => unknown): number {
  counted()
  act()
  return counted()
}

/** Since it was last asked. */
function counted(): number {
  let sum = 0
  profiler.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error
    for (const { url, functions } of result)
      if (COUNTED.test(url)) for (const { ranges } of functions) for (const { count } of ranges) sum += count
  })
  return sum
}

const COUNTED = /\/server\/src\/|\/@lezer\//u
