import type { Markdown } from '../markdown'
import { buildSurvey } from './build'
import type { Facts } from './facts'
import { gather, gatherMarks, type Gathered, type Lists } from './gather'
import { findInitiatives, type Region } from './initiatives'
import type { Survey } from './model'
import type { Profile } from './profile'
import { omitting } from './omitted'
import { readerOf, type Reader } from './reader'
import { describe } from './structure/describe'
import { INFERRED, inferredProfile } from './structure/inferred'
import { describedRegion } from './structure/region'
import type { Structure } from './structure/structure'
import { titleMatcher } from './titles'

/** By which profile a text is read, and where its initiatives are. Depends on labels and weights alone. */
export interface ReadAs {
  readonly reader: Reader
  readonly region: Region | undefined
}

/** How a text is to be read, before it is looked at. */
export interface Asked {
  readonly reader: Reader
  /** Whether somebody named the profile: then it is this one, whether it fits or not. */
  readonly isNamed: boolean
  /** Whether somebody asked for one that is inferred. */
  readonly isInferred: boolean
}

export const isSameReading = (a: ReadAs, b: ReadAs): boolean =>
  a.reader === b.reader && JSON.stringify(a.region) === JSON.stringify(b.region)

/** Reads a text by the profile that it is to be read by, or where that does not fit, by its own structure, where it has one. `before` is an earlier reading. */
export function readingOf(
  markdown: Markdown<Facts>,
  lists: Lists,
  { reader, isNamed, isInferred }: Asked,
  before: ReadAs | undefined,
): ReadAs {
  const own: ReadAs = {
    reader,
    region: findInitiatives(gatherMarks(markdown, reader, lists).marks, reader.profile.initiative.length),
  }
  const isFitting = !isInferred && own.region !== undefined && fits(surveyBy(own, markdown, lists))
  // Without a heading above them, those with few sections are found only by what they share with others.
  if (isFitting && !(isNamed && own.region?.opening === undefined)) return own
  const described = describe(gather(markdown, lists))
  if (!described || (isFitting && described.items.size <= (own.region?.initiatives.length ?? 0))) return own
  const { structure, items } = described
  const isKnown = !isInferred && knows(reader.profile, structure, isNamed)
  if (isNamed && !isKnown) return own
  const next = structuredReader(structure, reader.profile, !isKnown, before?.reader)
  return { reader: next, region: describedRegion(gatherMarks(markdown, next, lists).marks, structure, items) }
}

/** Whether a profile knows the labels of a file: where it was named, some of them; else all that it requires are there. */
function knows({ initiative, suffixes }: Profile, { sections }: Structure, isNamed: boolean): boolean {
  const match = titleMatcher(initiative, suffixes)
  const kinds = new Set([...sections.keys()].map((name) => match(name)?.kind))
  kinds.delete(undefined)
  return isNamed ? kinds.size > 0 : initiative.every(({ kind, required }) => !required || kinds.has(kind))
}

/** The same reader as long as what it reads by is the same: what labels are to it is kept. */
function structuredReader(
  structure: Structure,
  base: Profile,
  isInferred: boolean,
  before: Reader | undefined,
): Reader {
  const isSame =
    before?.structure &&
    (before.profile.name === INFERRED) === isInferred &&
    (isInferred ? before.profile.survey === base.survey : before.profile === base) &&
    keyOf(before.structure) === keyOf(structure)
  const profile = isInferred ? omitting(inferredProfile(structure, base), base.omits ?? []) : base
  return isSame ? before : readerOf(profile, structure, isInferred)
}

const keyOf = ({ sections, ...rest }: Structure): string => JSON.stringify({ ...rest, sections: [...sections] })

/** The facts of a text as a reading has them. Each list is put together when somebody asks for it. */
export function gatheredBy({ reader }: ReadAs, markdown: Markdown<Facts>, lists: Lists): Gathered {
  const found = gather(markdown, lists)
  const marked = gatherMarks(markdown, reader, lists)
  // One by one, as this is made for every key: descriptors would cost as much as all the rest.
  return {
    get marks() {
      return marked.marks
    },
    get bases() {
      return marked.bases
    },
    get weights() {
      return marked.weights
    },
    get placeholders() {
      return marked.placeholders
    },
    get citations() {
      return found.citations
    },
    get footnotesCited() {
      return found.footnotesCited
    },
    get entries() {
      return found.entries
    },
    get footnotes() {
      return found.footnotes
    },
    get definitions() {
      return found.definitions
    },
    get groups() {
      return found.groups
    },
    get directives() {
      return found.directives
    },
    get linksByNumber() {
      return found.linksByNumber
    },
    get contentsItems() {
      return found.contentsItems
    },
    get anchors() {
      return found.anchors
    },
  }
}

export const surveyBy = (reading: ReadAs, markdown: Markdown<Facts>, lists: Lists): Survey =>
  buildSurvey(markdown.text, gatheredBy(reading, markdown, lists), reading.region, reading.reader)

/**
 * Whether the initiatives of a survey have sections that its profile knows: most of them; below the profile's own heading any, unless
 * there is other text in them and no such section.
 */
function fits({ initiatives, initiativesHeading }: Survey): boolean {
  const known = initiatives.filter(({ sections }) => sections.some(({ kind }) => kind !== undefined)).length
  if (known * 2 >= initiatives.length && known > 0) return true
  return initiativesHeading !== undefined && (known > 0 || !initiatives.some(({ isWritten }) => isWritten))
}
