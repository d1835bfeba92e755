import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Real surveys beside the repository. They are no part of the project: read where they are, and nothing of them is kept. */
const shared = fileURLToPath(new URL('../../../shared', import.meta.url))

export interface Revision {
  readonly name: string
  readonly path: string
  readonly text: string
}

/** A real survey's history, the oldest first; none, and a word about it, where it is not there. */
export function revisions(): readonly Revision[] {
  const folder = join(shared, 'corpus/layer2')
  if (!isThere(folder)) return []
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
}

/** The text of the survey that the project began with; undefined, and a word about it, where it is not there. */
export function seed(): string | undefined {
  const path = join(shared, 'seed/layer-2-scaling-survey.md')
  return isThere(path) ? readFileSync(path, 'utf8') : undefined
}

/** What each revision says, by its name, found by a script that shares nothing with the project. Empty where there is none. */
export function labels<Label>(): Readonly<Record<string, Label>> {
  const path = join(shared, 'corpus/labels.json')
  return isThere(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, Label>) : {}
}

function isThere(path: string): boolean {
  if (existsSync(path)) return true
  console.warn(`Skipped: there is nothing at ${path}.`)
  return false
}
