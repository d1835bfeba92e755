import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A real survey's history. It is not part of the project: read where it is, and no part of it is kept. */
const folder = fileURLToPath(new URL('../../../shared/corpus/layer2', import.meta.url))

export interface Revision {
  readonly name: string
  readonly text: string
}

/** Its revisions, the oldest first; none, and a word about it, where it is not there. */
export function revisions(): readonly Revision[] {
  if (!existsSync(folder)) {
    console.warn(`Skipped: there is no corpus at ${folder}.`)
    return []
  }
  return readdirSync(folder).sort().map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
}
