import { listed } from '../survey/names'
import { oneLine } from '../text/oneLine'
import type { DeletedSection, FileRevisions, History, MeasuredRevision } from './revision'

/** What was deleted, in words: `Threats of 6 initiatives, What else? (6 sections)`. Empty where nothing was. */
export function deletedWords(deleted: readonly DeletedSection[]): string {
  const parts = [
    ...grouped(
      deleted.filter(({ isWithInitiative, initiative }) => !isWithInitiative && initiative !== null),
      ({ kind, title }) => kind ?? title,
    ).map(({ items, first }) => ({
      count: items.length,
      words: `${first.title} of ${items.length === 1 ? first.initiative : `${items.length} initiatives`}`,
    })),
    ...grouped(
      deleted.filter(({ isWithInitiative }) => isWithInitiative),
      ({ initiative }) => initiative ?? '',
    ).map(({ items, first }) => ({
      count: items.length,
      words: `${first.initiative || '???'} (${counted(items.length, 'section')})`,
    })),
    ...deleted.filter(({ initiative }) => initiative === null).map(({ title }) => ({ count: 1, words: title })),
  ]
  const shown = parts.slice(0, parts.length > MOST_PARTS ? MOST_PARTS - 1 : MOST_PARTS)
  const rest = parts.slice(shown.length).reduce((sum, { count }) => sum + count, 0)
  const more = rest === 0 ? [] : [`${counted(rest, 'more section')}`]
  return oneLine([...shown.map(({ words }) => words), ...more].join(', '))
}

/** Where a whole file was emptied, nobody reads them all. */
const MOST_PARTS = 4

interface Group<T> {
  readonly first: T
  readonly items: readonly T[]
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly Group<T>[] {
  const groups = new Map<string, { first: T; items: T[] }>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.items.push(item)
    else groups.set(keyOf(item), { first: item, items: [item] })
  }
  return [...groups.values()]
}

/** The day of a revision, and so much of its commit's name as tells it from others. */
export const dayOf = ({ date }: MeasuredRevision): string => date.slice(0, 10)
export const shortName = ({ commit }: MeasuredRevision): string => commit.slice(0, 8)

/** The sections that are to be written in all: those that are there, and those that are missing. */
export const toWrite = ({ sections, missing }: MeasuredRevision): number => sections + missing

/** What the history is of, in one sentence: `17 revisions on 2 paths, 2018-06-05 to 2025-01-31: 30 of 36 sections written, 18 deleted on the way.` */
export function historySummary({ revisions, isShallow }: History): string {
  const [first] = revisions
  const last = revisions.at(-1)
  if (!first || !last) return 'No revision can be read.'
  const paths = new Set(revisions.map(({ path }) => path)).size
  const days = dayOf(first) === dayOf(last) ? dayOf(first) : `${dayOf(first)} to ${dayOf(last)}`
  const deletions = revisions.reduce((sum, { deleted }) => sum + deleted.length, 0)
  const now = `${last.written} of ${counted(toWrite(last), 'section')} written`
  const gone = deletions === 0 ? [] : [`${deletions} deleted on the way`]
  const start = isShallow ? ' The history starts here as the clone is shallow.' : ''
  return `${counted(revisions.length, 'revision')} on ${counted(paths, 'path')}, ${days}: ${listed([now, ...gone], 'and')}.${start}`
}

/** What a reader of the history should know besides, a sentence each. */
export function* historyNotes({ revisions, isShallow, unread }: FileRevisions): Iterable<string> {
  if (isShallow)
    yield `The clone is shallow: its history starts at ${revisions[0]?.commit.slice(0, 8) ?? 'its oldest commit'}. “git fetch --unshallow” brings the rest.`
  if (unread > 0)
    yield `${unread === 1 ? '1 revision is' : `${unread} revisions are`} left out: not UTF-8, or too large.`
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
