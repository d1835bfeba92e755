import type { LinkDefinition, Reference } from '../../references/model'
import { definitionSpan, isAttached } from '../../survey/referenceBlock'
import { definitionText } from '../../writing/skeleton'
import { replacement } from '../../text/edit'
import { lineStart } from '../../text/lines'
import { once } from '../../text/once'
import { oneLine } from '../../text/oneLine'
import { mostCommon } from '../../text/mostCommon'
import type { DialectPart, Convertible, Left } from './dialectPart'
import { isWanted, type DefinitionForm } from './wanted'
import type { Document } from '../../document'

/** `[7]: url 'title'` behind the entries, after a blank line. One that is written in another way, or elsewhere, is not taken away. */
export const definitions: DialectPart = {
  option: 'definitions',
  subject: 'Link definitions',
  of: ['The link definition of ', 'The link definitions of '],
  choicesFor: (form) => ({ definitions: form }),

  collect(document, wanted) {
    const {
      text,
      survey: { references, dialect, linksByNumber, notation },
    } = document
    const target = wanted.definitions ?? 'without'
    // What a footnote leads to stands in it.
    if (notation === 'footnotes') return { items: [], left: [], already: 0, target }
    const linked = new Set(linksByNumber.map(({ number }) => number))
    const formOf = definitionForms(document)
    const items: Convertible[] = []
    const left: Left[] = []
    let already = 0
    const seen = new Set<number>()
    references.forEach((reference, i) => {
      const { number, span, url, source, definition } = reference
      const isFirst = !seen.has(number)
      seen.add(number)
      if (!isWanted(wanted, span) || !isFirst) return
      if (!definition && target === 'without') {
        if (source !== undefined) already++
        return
      }
      const form = !definition && linked.has(number) ? undefined : formOf(reference)
      if (form === target) {
        already++
        return
      }
      if (definition && target !== 'without' && (target === 'untitled') === isUntitled(definition, text)) {
        already += form === undefined ? 0 : 1
        return
      }
      const name = `[${number}]`
      const reason =
        !url || source === undefined
          ? 'no address in the entry'
          : target === 'without' && linked.has(number)
            ? 'a link in the text needs it'
            : definition && !isAttached(reference, text)
              ? 'not right behind the entry'
              : !definition && text.slice(lineStart(text, span.from), span.from).trim() !== ''
                ? 'the entry stands in a list or a quotation'
                : definition && isUnended(definition, text)
                  ? 'the line behind it may be its title'
                  : !isDestination(url.text)
                    ? 'the address cannot stand in a link definition'
                    : undefined
      if (reason !== undefined || !url) {
        if (definition || target !== 'without')
          left.push({ span: definition?.span ?? span, name, reason: reason ?? '' })
        return
      }
      const place = { from: span.to, to: definition ? definitionSpan(definition, text).to : span.to }
      const before = text.slice(place.from, place.to)
      const after = writtenAs(target, reference, dialect.lineBreak)
      items.push({
        key: `reference ${i}`,
        span: place,
        name,
        form,
        edits: [replacement(place, after)],
        lost:
          form !== undefined
            ? undefined
            : !definition
              ? 'that a link in the text leads nowhere'
              : lostOf(before, reference, dialect.lineBreak),
        before: before.trim(),
        after: after.trim(),
      })
    })
    return { items, left, already, target }
  },
}

/** Which form an entry's link definition is written in to the letter, of the entries of one document. */
export function definitionForms({
  text,
  survey: { dialect, references },
}: Pick<Document, 'text' | 'survey'>): (reference: Reference) => DefinitionForm | undefined {
  const formsOf = (reference: Reference): readonly DefinitionForm[] => {
    if (!reference.definition) return ['without']
    if (!isAttached(reference, text)) return []
    const written = text.slice(reference.span.to, definitionSpan(reference.definition, text).to)
    return WRITTEN.filter((form) => writtenAs(form, reference, dialect.lineBreak) === written)
  }
  // A title with an apostrophe has double quotation marks in any case; the others tell what it is one of.
  const usual = once(() =>
    mostCommon(references, (reference) => {
      const [form, ...more] = formsOf(reference)
      return more.length > 0 || form === 'without' ? undefined : form
    }),
  )
  return (reference) => {
    const forms = formsOf(reference)
    return forms.length > 1 ? (forms.find((form) => form === usual()) ?? forms[0]) : forms[0]
  }
}

function writtenAs(form: DefinitionForm, { number, url, title }: Reference, lineBreak: string): string {
  if (form === 'without' || !url) return ''
  const words = form === 'untitled' ? undefined : title?.text.replace(/\s+/gu, ' ')
  if (form === 'with' || words === undefined) return lineBreak.repeat(2) + definitionText(number, url.text, words)
  return `${lineBreak.repeat(2)}[${number}]: ${url.text}${form === 'below' ? lineBreak : ' '}"${words.replaceAll('"', '\\"')}"`
}

const WRITTEN = ['with', 'untitled', 'quoted', 'below'] as const

/** UTF-16 units. */
const LONGEST_TITLE_BELOW = 1000

const isUntitled = (definition: LinkDefinition, text: string): boolean =>
  !definition.title && definitionSpan(definition, text).to === definition.span.to

/** Whether what follows begins as a title does, but does not end as one. */
const isUnended = (definition: LinkDefinition, text: string): boolean =>
  isUntitled(definition, text) &&
  /^[^\n]*\n[ \t]*["'(]/u.test(text.slice(definition.span.to, definition.span.to + LONGEST_TITLE_BELOW))

/** What of a definition the way back would not restore. */
function lostOf(written: string, reference: Reference, lineBreak: string): string {
  const { definition, url, source } = reference
  if (definition?.source !== source || definition?.url.text !== url?.text)
    return 'an address other than that of the entry'
  const same = WRITTEN.some((form) => oneLine(writtenAs(form, reference, lineBreak)) === oneLine(written))
  return same ? 'where lines break' : 'a title other than that of the entry, or quoted otherwise'
}

/** CommonMark: no blanks or control characters, and parentheses in pairs. */
const isDestination = (url: string): boolean => {
  let depth = 0
  for (const character of url) {
    if (character === '(') depth++
    else if (character === ')' && --depth < 0) return false
  }
  return depth === 0 && !/[\s\\<>]/u.test(url)
}
