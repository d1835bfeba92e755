import type { Span } from '../../text/span'
import { REFERENCES, type SectionTemplate } from '../profile'
import { normalTitle } from '../titles'
import type { WrittenSection } from './format'
import type { Report } from './problem'

/**
 * The sections of a list in a `.survey.json`, of those that are right. What one leaves out it has from the section of its kind in
 * the profile that is extended.
 */
export function sectionsFrom(
  written: readonly WrittenSection[],
  base: readonly SectionTemplate[],
  isRequired: boolean,
  report: Report,
): readonly SectionTemplate[] {
  const drafts = written.map((section) => draftOf(section, base, report)).filter((draft) => draft !== undefined)
  const taken = ledger(report)
  const kept = drafts.filter(({ kind, title, at }) => taken.takesSection(kind, title, at))
  const aliases = kept.map(({ title, section }) =>
    section.aliases?.filter(
      ({ value, span }) =>
        hasWord(value, span, report) && !isSame(value, title) && taken.takesTitle(value, title, span),
    ),
  )
  return kept.map(({ kind, title, section, inherited }, i) => ({
    kind,
    title,
    aliases: aliases[i]?.map(({ value }) => value) ?? (inherited ? titlesOf(inherited).filter(taken.isFree) : []),
    required: section.required ?? inherited?.required ?? isRequired,
    hint: section.hint?.value ?? inherited?.hint ?? '',
  }))
}

/** The survey's own sections: with the reference list of the extended profile where there is none. */
export function surveySectionsFrom(
  written: readonly WrittenSection[],
  base: readonly SectionTemplate[],
  at: Span,
  report: Report,
): readonly SectionTemplate[] {
  const sections = sectionsFrom(written, base, false, report)
  if (sections.some(({ kind }) => kind === REFERENCES)) return sections
  const inherited = base.filter(({ kind }) => kind === REFERENCES)
  // One that is there and left out is reported already.
  if (!written.some(({ kind }) => kind?.value === REFERENCES))
    report(
      at,
      `\`survey\` has no section whose \`kind\` is \`${REFERENCES}\`, where the sources are listed; “${inherited[0]?.title}” is taken for it.`,
    )
  return [...sections, ...inherited]
}

interface Draft {
  readonly kind: string
  readonly title: string
  readonly section: WrittenSection
  readonly inherited: SectionTemplate | undefined
  /** Where its title stands, else its kind. */
  readonly at: Span
}

function draftOf(section: WrittenSection, base: readonly SectionTemplate[], report: Report): Draft | undefined {
  const { title, kind } = section
  const inherited = kind
    ? base.find((template) => template.kind === kind.value)
    : title && base.find((template) => titlesOf(template).some((each) => isSame(each, title.value)))
  const words = title?.value ?? inherited?.title
  const at = (title ?? kind)?.span ?? section.span
  if (words === undefined)
    return reported(
      at,
      kind
        ? `No section of the kind \`${kind.value}\` can be taken over, so it needs a \`title\`.`
        : 'A section needs a `title`.',
      report,
    )
  if (!hasWord(words, at, report)) return undefined
  return { kind: kind?.value ?? inherited?.kind ?? kindFrom(words), title: words, section, inherited, at }
}

/** Whether a title can be told from others; where not, that is reported. */
export function hasWord(title: string, at: Span, report: Report): boolean {
  const isTitle = normalTitle(title) !== ''
  if (!isTitle) report(at, `“${title}” has no word that a title could be known by.`)
  return isTitle
}

/** Keeps the books of which kinds and titles sections have. */
function ledger(report: Report) {
  const kinds = new Set<string>()
  const owners = new Map<string, string>()

  const takesTitle = (words: string, owner: string, at: Span): boolean => {
    const other = owners.get(normalTitle(words))
    if (other !== undefined) report(at, `“${words}” is a title of “${other}” already.`)
    else owners.set(normalTitle(words), owner)
    return other === undefined
  }

  return {
    takesSection(kind: string, title: string, at: Span): boolean {
      if (kinds.has(kind)) report(at, `There is a section of the kind \`${kind}\` already; this one is left out.`)
      else if (takesTitle(title, title, at)) return kinds.add(kind).has(kind)
      return false
    },
    takesTitle,
    isFree: (words: string): boolean => !owners.has(normalTitle(words)),
  }
}

const titlesOf = ({ title, aliases }: SectionTemplate): readonly string[] => [title, ...aliases]

const isSame = (a: string, b: string): boolean => normalTitle(a) === normalTitle(b)

/** `Who pays for it?` is of the kind `who-pays-for-it`. */
const kindFrom = (title: string): string =>
  normalTitle(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '') || 'section'

function reported(at: Span, message: string, report: Report): undefined {
  report(at, message)
  return undefined
}
