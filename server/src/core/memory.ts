import type { Finding, Rule } from './rules/rule'
import type { Aspect } from './survey/aspects'
import type { Lists } from './survey/gather'
import type { Region } from './survey/initiatives'
import type { Reader } from './survey/reader'
import type { Change } from './text/change'
import type { Edit } from './text/edit'
import { moved } from './text/moved'

/**
 * What one version of a document hands on to the next. Nothing depends on it but speed: whoever forgets it all, and reads
 * and checks again, comes to the same.
 */
export interface Memory {
  readonly reader: Reader
  /** What was last put together of the chunks, of this version or an earlier one. */
  readonly lists: Lists
  /** Where the initiatives are among the labels, in this version or an earlier one with the same labels. */
  region: { readonly found: Region | undefined } | undefined
  /** What rules found, here or in an earlier version that is alike in all that they read. */
  readonly findings: Map<Rule, Remembered>
  /** What else was found out, here or in an earlier version that is alike in all that it reads, by what asked for it. */
  readonly facts: Map<object, RememberedFact>
}

export interface Remembered {
  readonly today: string
  readonly findings: readonly Finding[]
  /** What has changed since, in order. */
  readonly changes: readonly Change[]
}

export interface RememberedFact {
  readonly reads: readonly Aspect[] | undefined
  readonly value: unknown
}

export const createMemory = (reader: Reader): Memory => ({
  reader,
  lists: {},
  region: undefined,
  findings: new Map(),
  facts: new Map(),
})

/** What stays true after a change in some aspects. */
export function carried(
  { reader, lists, region, findings, facts }: Memory,
  changed: ReadonlySet<Aspect>,
  change: Change,
): Memory {
  const kept = new Map<Rule, Remembered>()
  if (!changed.has('labels')) {
    for (const [rule, remembered] of findings) {
      if (!isAsItWas(rule.reads, changed) || (rule.quotes && remembered.findings.length > 0)) continue
      if (remembered.changes.length < MOST_CHANGES_CARRIED)
        kept.set(rule, { ...remembered, changes: [...remembered.changes, change] })
    }
  }
  const left = new Map([...facts].filter(([, { reads }]) => isAsItWas(reads, changed)))
  return {
    reader,
    lists: { ...lists },
    region: changed.has('labels') ? undefined : region,
    findings: kept,
    facts: left,
  }
}

/** Whether all that is read is left alone. Who does not say what is read may read anything. */
const isAsItWas = (reads: readonly Aspect[] | undefined, changed: ReadonlySet<Aspect>): boolean =>
  reads !== undefined && !reads.some((aspect) => changed.has(aspect))

/** After so many changes that nobody asked about, it is as well to check again. */
const MOST_CHANGES_CARRIED = 100

/** The findings at their places of today; undefined where a change took away what one of them is about. */
export function movedFindings(
  { findings, changes }: Remembered,
  editsOf: (index: number) => readonly Edit[],
): readonly Finding[] | undefined {
  const found: Finding[] = []
  for (const [index, { span, message, related, severity, fix, operations }] of findings.entries()) {
    const place = afterAll(span, changes)
    const others = related?.map((each) => ({ span: afterAll(each.span, changes), message: each.message }))
    if (!place || others?.some((other) => !other.span)) return undefined
    found.push({
      span: place,
      message,
      ...(others && { related: others as NonNullable<Finding['related']> }),
      ...(severity && { severity }),
      ...(fix && { fix: { title: fix.title, edits: () => editsOf(index) } }),
      ...(operations && { operations }),
    })
  }
  return found
}

const afterAll = (span: Finding['span'], changes: readonly Change[]): Finding['span'] | undefined =>
  changes.reduce<Finding['span'] | undefined>((place, change) => place && moved(place, change), span)
