import type { Buffer } from 'node:buffer'
import type { Stats } from 'node:fs'

/** A text that is to take the place of another in a file. */
export interface FileChange {
  /** Where the file is, with no links on the way. */
  readonly target: Buffer
  readonly folder: string
  /** What the system knows of the file before. */
  readonly old: Stats
  readonly before: string
  readonly after: string
}

export const overtaken = (): Error => new Error('was changed by somebody else meanwhile, so it is left alone')

/** The bits of a mode that can be set. */
export const MODE_BITS = 0o7777

/** A sentence about bits of the mode that are gone; none where all are there. */
export const modeLost = (old: Stats, now: Stats): readonly string[] =>
  old.mode === now.mode ? [] : [`its mode is ${octal(now)} now, as ${octal(old)} could not be kept`]

const octal = ({ mode }: Stats): string => (mode & MODE_BITS).toString(8)
