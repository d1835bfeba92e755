import type { Reference } from '../../references/model'
import { definitionSpan, isAttached } from '../../rules/shared/referenceBlock'
import { definitionText } from '../../survey/skeleton'
import { replacement } from '../../text/edit'
import { lineStart } from '../../text/lines'
import { mostOf, type Aspect, type Item, type Left } from './aspect'
import { isWanted, type DefinitionForm } from './wanted'
import type { Document } from '../../document'

/** `[7]: url 'title'` behind the entries, after a blank line. One that is written in another way, or elsewhere, is not taken away. */
export const definitions: Aspect = {
  option: 'definitions',
  subject: 'Link definitions',

  collect(document, wanted) {
    const { text, survey: { references, dialect } } = document
    const target = wanted.definitions ?? 'without'
    const linked = usedByLinks(text)
    const items: Item[] = []
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
      const form = definitionForm(document, reference)
      if (form === target) {
        already++
        return
      }
      const name = definition ? `The link definition of [${number}]` : `[${number}]`
      const reason = !url || source === undefined ? 'its entry has no address'
        : target === 'without' && linked.has(number) ? 'a link in the text needs it'
        : definition && !isAttached(reference, text) ? 'it does not stand right behind its entry'
        : !definition && text.slice(lineStart(text, span.from), span.from).trim() !== '' ? 'its entry stands in a list or a quotation'
        : !isDestination(url.text) ? 'its address cannot stand in a link definition' : undefined
      if (reason !== undefined || !url) {
        if (definition || target !== 'without') left.push({ span: definition?.span ?? span, name, reason: reason ?? '' })
        return
      }
      const place = { from: span.to, to: definition ? definitionSpan(definition, text).to : span.to }
      const before = text.slice(place.from, place.to)
      const after = writtenAs(target, reference, dialect.lineBreak)
      items.push({
        key: `reference ${i}`, span: { from: span.from, to: place.to }, name, form, edits: [replacement(place, after)],
        lost: form === undefined ? lostOf(before, reference, dialect.lineBreak) : undefined, before: before.trim(), after: after.trim(),
      })
    })
    return { items, left, already, target, home: mostOf(references.filter(({ source }) => source !== undefined).map((each) => definitionForm(document, each))) }
  },
}

/** The form that an entry's link definition is written in to the letter. */
export function definitionForm({ text, survey: { dialect } }: Pick<Document, 'text' | 'survey'>, reference: Reference): DefinitionForm | undefined {
  if (!reference.definition) return 'without'
  if (!isAttached(reference, text)) return undefined
  const written = text.slice(reference.span.to, definitionSpan(reference.definition, text).to)
  return (['with', 'untitled'] as const).find((form) => writtenAs(form, reference, dialect.lineBreak) === written)
}

function writtenAs(form: DefinitionForm, { number, url, title }: Reference, lineBreak: string): string {
  if (form === 'without' || !url) return ''
  return lineBreak.repeat(2) + definitionText(number, url.text, form === 'with' ? title?.text.replace(/\s+/gu, ' ') : undefined)
}

/** What of a definition the way back would not restore. */
function lostOf(written: string, reference: Reference, lineBreak: string): string {
  const { definition, url, source } = reference
  if (definition?.source !== source || definition?.url.text !== url?.text) return `its address, ${definition?.url.text ?? ''}, which is not that of its entry`
  const same = (['with', 'untitled'] as const).some((form) => writtenAs(form, reference, lineBreak).replace(/\s+/gu, ' ').trim() === written.replace(/\s+/gu, ' ').trim())
  return same ? 'where its lines break' : 'its title, which is not that of its entry or otherwise quoted'
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

/** Numbers that links such as `[text][7]` go by. */
const usedByLinks = (text: string): ReadonlySet<number> =>
  new Set([...text.matchAll(/[^[\]\s\d][^[\]]{0,200}\]\[(\d{1,6})\](?!\])/gu)].map(([, number]) => Number(number)))
