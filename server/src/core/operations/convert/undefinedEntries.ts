import type { Document } from '../../document'
import type { Reference } from '../../references/model'

/** A note about entries that lose their link definitions while most keep theirs: in such a file, each of them is a finding. */
export function undefinedEntries(before: Document, after: Document): readonly string[] {
  if (before === after || !after.survey.dialect.definitions) return []
  const had = new Set(before.survey.references.filter(isDefined).map(({ number }) => number))
  const lost = new Set(
    after.survey.references
      .filter((reference) => reference.url && !isDefined(reference) && had.has(reference.number))
      .map(({ number }) => number),
  )
  if (lost.size === 0) return []
  const [who, whose] =
    lost.size === 1 ? ['1 entry loses', 'its link definition'] : [`${lost.size} entries lose`, 'their link definitions']
  return [
    `${who} ${whose} where most keep theirs, which “link-definition” finds afterwards. “definitions: keep” leaves all of them, “inexact: convert” takes more of them away.`,
  ]
}

const isDefined = ({ definition }: Reference): boolean => definition !== undefined
