import type { Markdown } from '../markdown'
import { buildSurvey } from './build'
import type { Facts } from './facts'
import { gather, gatherMarks, type Gathered, type Lists } from './gather'
import { findInitiatives, type Region } from './initiatives'
import type { Survey } from './model'
import type { Profile } from './profile'
import { readerOf, type Reader } from './reader'
import { describe } from './structure/describe'
import { inferredProfile } from './structure/inferred'
import { describedRegion } from './structure/region'
import type { Structure } from './structure/structure'

/** By which profile a text is read, and where its initiatives are. Depends on labels and weights alone. */
export interface Reading {
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

/** Reads a text by the profile that it is to be read by, or where that does not fit, by its own structure, where it has one. `before` is an earlier reading. */
export function readingOf(
  markdown: Markdown<Facts>,
  lists: Lists,
  { reader, isNamed, isInferred }: Asked,
  before: Reading | undefined,
): Reading {
  const own: Reading = {
    reader,
    region: findInitiatives(gatherMarks(markdown, reader, lists).marks, reader.profile.initiative.length),
  }
  if (isNamed || (!isInferred && fits(surveyBy(own, markdown, lists)))) return own
  const described = describe(gather(markdown, lists))
  if (!described) return own
  const inferred = inferredReader(described.structure, reader.profile, before?.reader)
  return {
    reader: inferred,
    region: describedRegion(gatherMarks(markdown, inferred, lists).marks, described.structure, described.items),
  }
}

/** The same reader as long as what it reads by is the same: what labels are to it is kept. */
function inferredReader(structure: Structure, base: Profile, before: Reader | undefined): Reader {
  const isSame =
    before?.structure && before.profile.survey === base.survey && keyOf(before.structure) === keyOf(structure)
  return isSame ? before : readerOf(inferredProfile(structure, base), structure)
}

const keyOf = ({ sections, ...rest }: Structure): string => JSON.stringify({ ...rest, sections: [...sections] })

/** The facts of a text as a reading has them. */
export const gatheredBy = ({ reader }: Reading, markdown: Markdown<Facts>, lists: Lists): Gathered => {
  const found = gather(markdown, lists)
  const marked = gatherMarks(markdown, reader, lists)
  // Neither is copied: each of its lists is put together when somebody asks.
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(found), ...Object.getOwnPropertyDescriptors(marked) },
  ) as Gathered
}

export const surveyBy = (reading: Reading, markdown: Markdown<Facts>, lists: Lists): Survey =>
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
