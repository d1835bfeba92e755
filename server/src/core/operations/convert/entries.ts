import { referenceStyles, styleOf } from '../../references'
import type { Field, ReferenceFields } from '../../references/dialect'
import type { Reference } from '../../references/model'
import { replacement, type Edit } from '../../text/edit'
import { shift } from '../../text/span'
import type { DialectPart, Convertible, Left } from './dialectPart'
import { layouts, takeApart, type Around, type Pieces, type Taken } from './layouts'
import { isWanted, type EntryForm } from './wanted'

/** The text of the entries of the reference list, without their numbers. */
export const entries: DialectPart = {
  option: 'references',
  subject: 'References',
  of: ['', ''],
  choicesFor: (form) => ({
    references: styleIn(form as EntryForm),
    ...(form !== 'plain' && { addresses: form === 'ieee-bare' ? 'bare' : 'angle' }),
  }),

  collect({ text, survey: { references } }, wanted) {
    const target = wanted.references ?? 'plain'
    const items: Convertible[] = []
    const left: Left[] = []
    let already = 0
    references.forEach((reference, i) => {
      const body = text.slice(reference.body.from, reference.body.to)
      if (!isWanted(wanted, reference.span)) return
      const entry = readEntry(body, reference)
      if (styleIn(target) === entry.style) {
        if (
          entry.form !== undefined &&
          typeof entry.taken !== 'string' &&
          typeof convertedEntry(body, entry.taken, target === 'plain' ? 'ieee' : 'plain') !== 'string'
        )
          already++
        return
      }
      const name = `[${reference.number}]`
      const converted = typeof entry.taken === 'string' ? entry.taken : convertedEntry(body, entry.taken, target)
      if (typeof converted === 'string') {
        left.push({ span: reference.span, name, reason: converted })
        return
      }
      items.push({
        key: `reference ${i}`,
        span: reference.body,
        name,
        form: entry.form,
        subject: reference.title?.text.replace(/\s+/gu, ' ') ?? name,
        lost:
          entry.form === undefined && typeof entry.taken !== 'string'
            ? lostWording(body, entry.taken, entry.style)
            : undefined,
        edits: converted.edits.map(({ span, insert }) =>
          replacement({ from: span.from + reference.body.from, to: span.to + reference.body.from }, insert),
        ),
        before: `${name} ${entry.style}`,
        after: `${name} ${styleIn(target)}`,
      })
    })
    return { items, left, already, target, ...(target !== 'plain' && { source: 'plain' }) }
  },
}

/** The form that an entry is written in to the letter, for what most of a list is written in. */
export const entryForm = (text: string, reference: Reference): EntryForm | undefined =>
  readEntry(text.slice(reference.body.from, reference.body.to), reference).form

export const styleIn = (form: EntryForm): string => (form === 'plain' ? 'plain' : 'ieee')

interface Entry {
  readonly style: string
  readonly taken: Taken | string
  readonly form: EntryForm | undefined
}

function readEntry(body: string, { body: { from }, style, title, authors, url, accessed }: Reference): Entry {
  const moved = (field: Field | undefined): Field | undefined =>
    field && { text: field.text, span: shift(field.span, -from) }
  const taken = takeApart(
    body,
    { title: moved(title), authors: moved(authors), url: moved(url), accessed: moved(accessed) },
    style,
  )
  const form =
    typeof taken === 'string'
      ? undefined
      : FORMS.find((each) => styleIn(each) === style && assembled(taken.pieces, layouts[each](taken.pieces)) === body)
  return { style, taken, form }
}

const FORMS: readonly EntryForm[] = ['plain', 'ieee', 'ieee-bare']

const assembled = ({ url, accessed = '' }: Pieces, { head, middle, tail }: Around): string =>
  head + url + middle + accessed + tail

/** The entry in another form, which says the same to whoever reads it; or why it would not. */
function convertedEntry(
  body: string,
  { pieces, marks: [urlFrom, urlTo, dateFrom, dateTo] }: Taken,
  target: EntryForm,
): { readonly text: string; readonly edits: readonly Edit[] } | string {
  if (pieces.authors === undefined && mayEndInAuthors(pieces.title)) return 'the end of the title may be its authors'
  const around = layouts[target](pieces)
  const text = assembled(pieces, around)
  const style = styleOf(text)
  if (style.id !== styleIn(target)) return 'words that look like the other style'
  const read = style.parse(text)
  const [before, after] = [fieldsOf(pieces), fieldsOf(read)]
  const misread = NAMES.find((_, i) => before[i] !== after[i])
  if (misread !== undefined) return `the ${misread} could not be told from the rest afterwards`
  const again = takeApart(text, read, style.id)
  if (typeof again === 'string' || JSON.stringify(again.pieces) !== JSON.stringify(pieces))
    return 'title and authors could not be told from each other afterwards'
  return {
    text,
    edits: edited(body, [
      [0, urlFrom, around.head],
      [urlTo, dateFrom, around.middle],
      [dateTo, body.length, around.tail],
    ]),
  }
}

/** Whether a title ends as `A survey, Joseph Poon and Thaddeus Dryja` does: names without initials are no more telling than other words. */
const mayEndInAuthors = (title: string): boolean =>
  TWO_NAMES.test(title.slice(title.lastIndexOf(',') + 1).replace(/\s+/gu, ' ')) && title.includes(',')

/** Two words or three on either side. */
const TWO_NAMES =
  /^ ?(?:\p{Lu}[\p{L}.'’-]{1,30} ){2,3}(?:and|&) \p{Lu}[\p{L}.'’-]{1,30}(?: \p{Lu}[\p{L}.'’-]{1,30}){1,2}$/u

const NAMES = ['title', 'authors', 'address', 'date'] as const

const fieldsOf = ({ title, authors, url, accessed }: Pieces | ReferenceFields): readonly (string | undefined)[] =>
  [title, authors, url, accessed].map((field) => (typeof field === 'object' ? field.text : field))

const edited = (
  body: string,
  parts: readonly (readonly [from: number, to: number, insert: string])[],
): readonly Edit[] =>
  parts
    .filter(([from, to, insert]) => body.slice(from, to) !== insert)
    .map(([from, to, insert]) => replacement({ from, to }, insert))

/** Of an entry that is put together otherwise than its style does, the first part that would not come back. */
function lostWording(
  body: string,
  { pieces, marks: [urlFrom, urlTo, dateFrom, dateTo] }: Taken,
  style: string,
): string {
  const forms = FORMS.filter((form) => styleIn(form) === style).map((form) => layouts[form](pieces))
  const around = forms.find(({ middle }) => middle === body.slice(urlTo, dateFrom)) ?? forms[0]
  if (around && squeezed(assembled(pieces, around)) === squeezed(body)) return 'where lines break'
  const parts = [
    [body.slice(0, urlFrom), around?.head],
    [body.slice(urlTo, dateFrom), around?.middle],
    [body.slice(dateTo), around?.tail],
  ] as const
  const [written = body, usual = ''] = parts.find(([own, other]) => own !== other) ?? []
  return quotedDifference(written, usual)
}

const squeezed = (text: string): string => text.replace(/\s+/gu, ' ')

/** The words in which a text differs from another. */
function quotedDifference(written: string, usual: string): string {
  let from = 0
  while (from < written.length && written[from] === usual[from]) from++
  let end = 0
  while (end < written.length - from && end < usual.length - from && written.at(-1 - end) === usual.at(-1 - end)) end++
  const to = written.length - end
  if (/^\s*$/u.test(written.slice(from, to))) return 'blanks and punctuation'
  const words = written
    .slice(written.lastIndexOf(' ', from - 1) + 1, to)
    .concat(/^[^\s<]*/u.exec(written.slice(to))?.[0] ?? '')
    .trim()
  return words === '' || words.length > 40 ? 'the wording' : `“${words.replace(/\s+/gu, ' ')}”`
}

/** The styles that a choice may name. */
export const styleSummaries = referenceStyles.map(({ id, title, summary }) => ({ value: id, title, summary }))
