import { doiIn, type Source, type Span } from '../../core'
import { authorsOf, nameFrom } from '../authors'
import type { ScannedEntry, Scanned, SourceFormat } from '../format'

/**
 * RIS: lines of a tag of two characters, two blanks, a dash and a value, from `TY` to `ER`.
 * https://en.wikipedia.org/wiki/RIS_(file_format) lists the tags.
 */
export const ris: SourceFormat = {
  id: 'ris',
  summary: 'RIS, as reference managers and publishers export it',
  extensions: ['.ris'],
  example:
    'TY  - JOUR\nAU  - Poon, Joseph\nTI  - The Bitcoin Lightning Network\nPY  - 2016\nUR  - https://lightning.network/paper.pdf\nER  - ',
  needs: [],

  // Some begin with lines about where they are from.
  looksLike: (text) => /(?:^\ufeff?|[\r\n])[ \t]{0,3}TY {1,2}-/u.test(text.slice(0, 2000)),

  *scan(text) {
    let open: Open | undefined
    for (const { index, 0: line } of text.matchAll(/[^\r\n]+/gu)) {
      const [, tag, value = ''] = LINE.exec(line) ?? []
      const span = { from: index, to: index + line.length }
      if (tag === 'TY') {
        if (open) yield* unfinished(text, open)
        open = {
          from: index + (line.length - line.replace(/^\ufeff/u, '').length),
          line: span,
          end: span.to,
          fields: [],
        }
      } else if (tag === 'ER') {
        if (open) yield { entry: entryOf(text, open, span.to) }
        else
          yield {
            problem: { span, message: 'An entry ends here, but none has begun: a line “TY  - …” is missing above.' },
          }
        open = undefined
      } else if (open && tag !== undefined) {
        open.fields.push({ tag, value: value.trim() })
        open.end = span.to
      } else if (open) {
        const last = open.fields.at(-1)
        if (last) last.value = `${last.value} ${line.trim()}`.slice(0, LONGEST_VALUE)
        open.end = span.to
      } else if (tag !== undefined) {
        yield { problem: { span, message: 'This line belongs to no entry: an entry begins with a line “TY  - …”.' } }
      }
    }
    if (open) yield* unfinished(text, open)
  },
}

interface Open {
  readonly from: number
  readonly line: Span
  end: number
  readonly fields: { readonly tag: string; value: string }[]
}

const LINE = /^\ufeff?\s{0,3}([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/u

/** UTF-16 units of one value. */
const LONGEST_VALUE = 10_000

/** What stands in it counts nevertheless. */
function* unfinished(text: string, open: Open): Iterable<Scanned> {
  yield { problem: { span: open.line, message: 'This entry has no end: a line “ER  - ” is missing.' } }
  yield { entry: entryOf(text, open, open.end) }
}

/** There may be very many: where an entry is suffices to read it when it is asked for. */
function entryOf(text: string, { from, fields }: Open, to: number): ScannedEntry {
  return {
    span: { from, to },
    words: valuesOf(fields, 'TI', 'T1', 'CT', 'BT', 'AU', 'A1', 'PY', 'Y1', 'ID', 'UR').join(' '),
    source: () => sourceOf(fieldsIn(text, from, to)),
  }
}

type Fields = Open['fields']

function fieldsIn(text: string, from: number, to: number): Fields {
  const fields: { tag: string; value: string }[] = []
  for (const line of text.slice(from, to).split(/[\r\n]+/u)) {
    const [, tag, value = ''] = LINE.exec(line) ?? []
    const last = fields.at(-1)
    if (tag !== undefined) fields.push({ tag, value: value.trim() })
    else if (last) last.value = `${last.value} ${line.trim()}`.slice(0, LONGEST_VALUE)
  }
  return fields
}

const valuesOf = (fields: Fields, ...tags: readonly string[]): readonly string[] =>
  fields.filter(({ tag, value }) => tags.includes(tag) && value !== '').map(({ value }) => value)

function sourceOf(fields: Fields): Source {
  const first = (...tags: readonly string[]): string | undefined => tags.flatMap((tag) => valuesOf(fields, tag))[0]
  const title = first('TI', 'T1', 'CT', 'BT', 'ST')
  const authors = authorsOf(['AU', 'A1'].flatMap((tag) => valuesOf(fields, tag)).map(nameFrom))
  const url = valuesOf(fields, 'UR', 'LK', 'L2')
    .flatMap((each) => each.split(/\s+/u))
    .find((each) => /^https?:\/\//iu.test(each))
  const doi = valuesOf(fields, 'DO', 'M3')
    .map(doiIn)
    .find((each) => each !== undefined)
  const year = /\d{4}/u.exec(first('PY', 'Y1', 'DA') ?? '')?.[0]
  const [, y, m, d] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})/u.exec(first('Y2') ?? '') ?? []
  const key = first('ID')
  return {
    ...(title !== undefined && { title }),
    ...(authors !== undefined && { authors }),
    ...(url !== undefined && { url }),
    ...(doi !== undefined && { doi }),
    ...(year !== undefined && { year }),
    ...(y && m && d && { accessed: `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` }),
    ...(key !== undefined && { key }),
  }
}
