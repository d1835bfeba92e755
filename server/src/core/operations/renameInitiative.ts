import { changeDocument, type Document } from '../document'
import { quoted } from '../survey/names'
import type { Initiative, Survey } from '../survey/model'
import { initiativeAt } from '../survey/query'
import { withoutCitations } from '../survey/titles'
import { replacement, type Edit } from '../text/edit'
import { cut } from '../text/cut'
import { touches, type Span } from '../text/span'
import { anchorsOf, redirected } from './headingAnchors'
import { linksToHeadings, type HeadingLink } from './headingLinks'
import type { Plan } from './operation'
import type { Refusal } from '../refusal'

/** The title of the initiative whose heading is at an offset, as it is written and without its number; undefined where it has none. */
export function initiativeTitleAt(
  survey: Survey,
  offset: number,
): { readonly initiative: Initiative; readonly span: Span } | undefined {
  const initiative = initiativeAt(survey, offset)
  if (!initiative || initiative.title === '' || !touches(initiative.label.content, offset)) return undefined
  const { to } = initiative.label.content
  return { initiative, span: { from: to - initiative.title.length, to } }
}

/**
 * Another title for an initiative. Links to its heading follow, with the words in them that name it; so do links to headings
 * whose anchors change because of it. `written` is what the author typed; what would not be read as this title is refused.
 */
export function renameInitiative(
  document: Document,
  initiative: Initiative,
  written: string,
): RenamedInitiative | Refusal {
  const title = written.trim()
  const { to } = initiative.label.content
  const span = { from: to - initiative.title.length, to }
  if (title === '') return { refused: 'An initiative needs a title.', span }
  if (title === initiative.title)
    return { edits: [], changes: [], losses: [], headings: { anchors: new Map(), own: undefined, names: [] } }
  const after = changeDocument(document, document.buffer.replace(span.from, span.to, title), {
    ...span,
    inserted: title.length,
  })
  if (!isRead(document, after, initiative, title)) {
    return {
      refused: `${quoted(cut(title, 100))} would not be read as the title of an initiative here. Choose another one.`,
      span,
    }
  }
  const [old, fresh] = [anchorsOf(document), anchorsOf(after)]
  const headings: RenamedHeadings = {
    anchors: new Map(old.map(({ slug }, i) => [slug, fresh[i]?.slug ?? slug])),
    own: old.find(({ from }) => from === initiative.label.content.from)?.slug,
    names: namesOf(initiative.title, title),
  }
  const edits = linksToHeadings(document)
    .filter(({ path }) => path === '')
    .flatMap((link) => [
      ...redirected(link, headings.anchors),
      ...(link.slug === headings.own ? renamed(link, headings.names) : []),
    ])
  // Links in its own title are part of what was typed.
  const others = edits.filter((edit) => edit.span.to <= span.from || edit.span.from >= span.to)
  return {
    edits: [replacement(span, title), ...others].sort((a, b) => a.span.from - b.span.from),
    changes: [{ subject: initiative.title, before: initiative.title, after: title, span }],
    losses: [],
    headings,
  }
}

/**
 * What a new title means for a file that links to the survey: anchors follow, and words that are the old title and nothing else.
 * `leads` tells whether what stands in front of `#` in a link leads to the survey. Links of the survey into itself are not looked at.
 */
export const followRename = (
  document: Document,
  headings: RenamedHeadings,
  leads: (path: string) => boolean,
): readonly Edit[] =>
  linksToHeadings(document)
    .filter(({ path, slug }) => path !== '' && headings.anchors.has(slug) && leads(path))
    .flatMap((link) => [
      ...redirected(link, headings.anchors),
      ...headings.names
        .filter(([before]) => link.slug === headings.own && link.text === before)
        .slice(0, 1)
        .map(([, after]) => replacement(link.words, after)),
    ])

export interface RenamedInitiative extends Plan {
  readonly headings: RenamedHeadings
}

/** What links to the headings of a survey have to know when one of them has another title. */
export interface RenamedHeadings {
  /** The anchor of each heading, and the one that it has then. */
  readonly anchors: ReadonlyMap<string, string>
  /** Of the heading with the new title; undefined where it is none. */
  readonly own: string | undefined
  /** What words in links become. */
  readonly names: readonly (readonly [before: string, after: string])[]
}

/** Whether the survey has the same initiatives as before, and this one the new title. */
function isRead(before: Document, after: Document, { label, number }: Initiative, title: string): boolean {
  const found = after.survey.initiatives.find((each) => each.label.span.from === label.span.from)
  return (
    found !== undefined &&
    found.title === title &&
    found.number === number &&
    after.survey.initiatives.length === before.survey.initiatives.length &&
    after.gathered.marks.length === before.gathered.marks.length
  )
}

/** The old title and the new one, and both without citations, which a link cannot hold. */
function namesOf(before: string, after: string): readonly (readonly [before: string, after: string])[] {
  const inLink = after.replace(/\\?[[\]]/gu, (bracket) => (bracket.length === 2 ? bracket : `\\${bracket}`))
  const [bare, bareAfter] = [withoutCitations(before), withoutCitations(after)]
  return [[before, inLink], ...(bare !== '' && bareAfter !== '' && bare !== before ? [[bare, bareAfter] as const] : [])]
}

/** The title in a link's words becomes the new one, wherever it stands there as words of its own. */
function renamed(
  { words, text }: HeadingLink,
  names: readonly (readonly [before: string, after: string])[],
): readonly Edit[] {
  for (const [before, after] of names) {
    const edits: Edit[] = []
    for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + before.length)) {
      const isWhole =
        !(/^[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]$/u.test(text.slice(0, at))) &&
        !(/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(text.slice(at + before.length)))
      const from = words.from + at
      if (isWhole) edits.push(replacement({ from, to: from + before.length }, after))
    }
    if (edits.length > 0) return edits
  }
  return []
}
