import type { Document } from '../document'
import type { Initiative, Section } from '../survey/model'
import { initiativeName } from '../survey/names'
import { placeForMissing } from '../writing/missingSections'
import { sectionsAcross, type AcrossPart } from './sectionsAcross'

/** One Markdown text with the same section of all initiatives, and where its lines come from. */
export interface AcrossText {
  readonly text: string
  /** For each line the offset in the survey that its first character has; of a heading its initiative. Undefined where it has none. */
  readonly sources: readonly (number | undefined)[]
  /** The lines that are headings of initiatives, from 0. */
  readonly headings: readonly { readonly line: number; readonly initiative: Initiative }[]
}

/**
 * Puts the sections of a name below each other, each below a heading that leads back to its initiative: `linkTo` answers the address for
 * that, undefined for none. Their texts are as they are written, without the blanks around them and those that all their lines begin with.
 * Undefined where no initiative has or should have such a section.
 */
export function acrossText(
  document: Document,
  name: string,
  linkTo: (initiative: Initiative) => string | undefined,
): AcrossText | undefined {
  const across = sectionsAcross(document.survey, name)
  if (!across) return undefined
  const lines: Line[] = [{ text: `# ${across.title}`, source: undefined }]
  const headings: { line: number; initiative: Initiative }[] = []
  for (const part of across.parts) {
    const { initiative } = part
    const words = initiativeName(initiative)
    const link = linkTo(initiative)
    headings.push({ line: lines.length + 1, initiative })
    lines.push(
      BLANK,
      { text: link === undefined ? `## ${words}` : `## [${words}](${link})`, source: initiative.label.content.from },
      BLANK,
      ...linesOfPart(part, document),
    )
  }
  return {
    text: `${lines.map(({ text }) => text).join('\n')}\n`,
    sources: lines.map(({ source }) => source),
    headings,
  }
}

interface Line {
  readonly text: string
  readonly source: number | undefined
}

const BLANK: Line = { text: '', source: undefined }

function linesOfPart({ initiative, sections, missing }: AcrossPart, { survey, text }: Document): readonly Line[] {
  if (sections.length === 0)
    return missing
      ? [{ text: '*missing*', source: placeForMissing(missing, initiative, survey, text).from }]
      : [{ text: '*not there*', source: initiative.label.content.from }]
  return sections.flatMap((section, i) => [...(i === 0 ? [] : [BLANK]), ...linesOfSection(section, text)])
}

function linesOfSection({ body, label }: Section, text: string): readonly Line[] {
  const lines: Line[] = []
  for (let at = body.from; at <= body.to;) {
    const found = text.slice(at, body.to).search(/\r?\n|\r/u)
    const end = found < 0 ? body.to : at + found
    lines.push({ text: text.slice(at, end), source: at })
    if (found < 0) break
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  const isWritten = (line: Line): boolean => line.text.trim() !== ''
  const first = lines.findIndex(isWritten)
  if (first < 0) return [{ text: '*empty*', source: label.span.to }]
  const written = lines.slice(first, lines.findLastIndex(isWritten) + 1)
  // What stands in the line of its label begins where that ends, whatever the others begin with.
  const inner = first === 0 ? written.slice(1) : written
  const margin = Math.min(...inner.filter(isWritten).map((line) => marginOf(line.text)))
  return written.map((line, i) => {
    const blanks = Math.min(i === 0 && first === 0 ? marginOf(line.text) : margin, marginOf(line.text))
    return { text: line.text.slice(blanks).trimEnd(), source: (line.source ?? 0) + blanks }
  })
}

const marginOf = (line: string): number => line.length - line.trimStart().length
