import { Failure } from '../../scripts/host/failure.mjs'

const units = { kb: 1e3, mb: 1e6 }

/** `100kB` and `1.5MB` as a number of bytes. */
export function bytesOf(size) {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(kB|MB)$/i.exec(size) ?? []
  if (unit === undefined) throw new Failure(`"${size}" is no size: a size is written 100kB or 1.5MB.`)
  return Math.round(Number(number) * units[unit.toLowerCase()])
}
