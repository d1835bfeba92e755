import type { Source } from '../../core'

/**
 * What a client sends back of something that it was offered to cite: a reference's number, or a source in whole. So the server keeps
 * nothing between the two requests, and a bibliography that is read anew meanwhile takes nothing away.
 */
export const citableId = (citable: Source | number): string => JSON.stringify(citable)

/** What such an id says; undefined where it is none. */
export function citableFrom(id: string): Source | number | undefined {
  const found = parsed(id)
  if (typeof found === 'number') return found
  if (typeof found !== 'object' || found === null) return undefined
  const fields = FIELDS.flatMap((field) => {
    const value = (found as Record<string, unknown>)[field]
    return typeof value === 'string' ? [[field, value] as const] : []
  })
  return fields.length === 0 ? undefined : Object.fromEntries(fields)
}

const FIELDS: readonly (keyof Source)[] = ['title', 'authors', 'url', 'doi', 'year', 'accessed', 'key']

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
