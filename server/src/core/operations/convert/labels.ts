import { sectionName } from '../../survey/names'
import type { Initiative, Label, Section } from '../../survey/model'
import { sectionLabel } from '../../writing/skeleton'
import { replacement } from '../../text/edit'
import { endOfLine, lineStart } from '../../text/lines'
import type { DialectPart, Convertible, Left } from './dialectPart'
import type { Document } from '../../document'
import { labelKey } from './difference'
import { isWanted, type WantedLabel } from './wanted'

/** What opens the sections of initiatives: a heading, or an emphasised line between blank ones. */
export const labels: DialectPart = {
  option: 'labels',
  subject: 'Labels',
  of: ['The label ', 'The labels '],
  choicesFor(form) {
    const [kind = '', manner = ''] = form.split(' ')
    return { labels: kind, ...(kind === 'heading' ? { level: manner } : { mark: manner }) }
  },

  collect(document, wanted) {
    const { text, survey } = document
    const target = wanted.labels ?? { form: 'heading', level: Math.min(6, survey.dialect.initiativeLevel + 1) }
    const sections = survey.initiatives
      .flatMap((initiative) => initiative.sections.map((section) => ({ section, initiative })))
      .filter(({ section }) => section.kind !== undefined)
    const items: Convertible[] = []
    const left: Left[] = []
    let already = 0
    for (const { section, initiative } of sections) {
      const { label } = section
      if (!isWanted(wanted, label.span)) continue
      if (label.form === target.form) {
        const wayBack: WantedLabel =
          target.form === 'heading' ? { form: 'emphasis', mark: '_' } : { form: 'heading', level: 4 }
        if (
          trouble(text.slice(label.content.from, label.content.to), wayBack) === undefined &&
          converted(document, section, initiative, wayBack, '').form !== undefined
        )
          already++
        continue
      }
      const name = sectionName(section, initiative)
      const reason = trouble(text.slice(label.content.from, label.content.to), target)
      if (reason !== undefined) left.push({ span: label.span, name, reason })
      else items.push(converted(document, section, initiative, target, name))
    }
    return { items, left, already, target: named(target) }
  },
}

function converted(
  { text, survey: { dialect } }: Document,
  section: Section,
  initiative: Initiative,
  target: WantedLabel,
  name: string,
): Convertible {
  const { label } = section
  const { span, content } = label
  const words = text.slice(content.from, content.to)
  const [open = '', close = ''] = sectionLabel(WORDS, { ...dialect, section: target }).split(WORDS)
  const needed = blankLines(text, label, initiative, dialect.lineBreak)
  const isApart = needed.above + needed.below === ''
  const apart = target.form === 'heading' ? { above: '', below: '' } : needed
  const form = labelForm({ text }, label)
  return {
    key: labelKey(section),
    span,
    name,
    form: isApart ? form : undefined,
    lost: form === undefined ? 'how they are marked' : isApart ? undefined : 'that no blank lines stand around them',
    edits: [
      replacement({ from: span.from, to: content.from }, apart.above + open),
      replacement({ from: content.to, to: span.to }, close + apart.below),
    ],
    before: text.slice(span.from, span.to),
    after: open + words + close,
  }
}

/** What no mark is made of: only what stands around a title is wanted. */
const WORDS = 'words'

/** The line breaks that it takes for a label to be a paragraph of its own. */
function blankLines(
  text: string,
  { span }: Label,
  { label: { span: heading } }: Initiative,
  lineBreak: string,
): { readonly above: string; readonly below: string } {
  const start = lineStart(text, span.from)
  const previous = text.slice(lineStart(text, Math.max(0, start - 1)), Math.max(0, start - 1))
  const following = text.indexOf('\n', span.to) + 1 || text.length
  const next = text.slice(following, endOfLine(text, following))
  const isUnderTitle =
    heading.to === lineStart(text, Math.max(0, start - 1)) + previous.trimEnd().length && text[heading.from] === '#'
  return {
    above: previous.trim() === '' || isUnderTitle ? '' : lineBreak,
    below: next.trim() === '' || BEGINS_ANEW.test(next) ? '' : lineBreak,
  }
}

/** What is no part of the paragraph above it, even without a blank line. */
const BEGINS_ANEW = /^ {0,3}(?:[-*+][ \t]+[^\s*-]|1[.)][ \t]+\S|>|#{1,6}[ \t]|`{3}|~{3})/u

/** `heading 4`, `emphasis _`: the form that a label is written in to the letter. */
export function labelForm({ text }: Pick<Document, 'text'>, { form, level, span, content }: Label): string | undefined {
  const words = text.slice(content.from, content.to)
  const written = text.slice(span.from, span.to)
  if (form !== 'heading' && form !== 'emphasis') return undefined
  const own: WantedLabel =
    form === 'heading' ? { form, level: level ?? 1 } : { form, mark: text.slice(span.from, content.from) }
  if (own.form === 'emphasis')
    return MARKS.has(own.mark) && written === own.mark + words + own.mark ? named(own) : undefined
  return written === `${'#'.repeat(own.level)} ${words}` ? named(own) : undefined
}

const MARKS: ReadonlySet<string> = new Set(['_', '*', '__', '**', '***', '___'])

const named = (label: WantedLabel): string =>
  label.form === 'heading' ? `heading ${label.level}` : `emphasis ${label.mark}`

/** Why a label would not be read as the same in another form. */
function trouble(words: string, { form }: WantedLabel): string | undefined {
  if (words !== words.trim() || words === '') return 'no words'
  if (form === 'heading')
    return /(?:^|\s)#+$/u.test(words) ? 'a number sign at the end would be no part of a heading' : undefined
  return /[*_`<>\\$~]/u.test(words) ? 'marks in the words' : undefined
}
