import { Buffer } from 'node:buffer'
import { readFileSync, realpathSync } from 'node:fs'
import { isAbsolute, join, normalize } from 'node:path'
import { pathFrom } from '../node/bytePath'

/** What stands behind the command, names that are not UTF-8 as paths have them. Node has replaced their bytes; Linux still knows them. */
export function commandLine(): readonly string[] {
  const args = process.argv.slice(2)
  if (!args.some(isMangled)) return args
  const whole = read(() => readFileSync('/proc/self/cmdline', 'latin1'))
  const raw = whole?.split('\0').slice(0, -1).slice(-args.length) ?? []
  const paths = raw.map((each) => pathFrom(Buffer.from(each, 'latin1')))
  return args.map((arg, i) => (isMangled(arg) ? (paths[i] ?? arg) : arg))
}

/** A path from the root, links left as they are. */
export const absolute = (path: string): string =>
  isAbsolute(path) ? normalize(path) : join(workingFolder() ?? '/', path)

/** The folder in which the command runs; undefined where it is gone. */
export function workingFolder(): string | undefined {
  const folder = read(() => process.cwd())
  const bytes = folder !== undefined && isMangled(folder) ? read(() => realpathSync.native('.', 'buffer')) : undefined
  return bytes ? pathFrom(bytes) : folder
}

const isMangled = (text: string): boolean => text.includes('\ufffd')

function read<T>(from: () => T): T | undefined {
  try {
    return from()
  } catch {
    return undefined
  }
}
