import { plainProse } from '../markdown/plain'
import { cut } from '../text/cut'

/** The first line of a section that says something, as plain text; empty where none does. */
export function firstLine(body: string): string {
  for (const line of body.replace(COMMENT, '').split(/\r?\n|\r/u)) {
    const read = line.slice(0, LONGEST_READ)
    const words = SILENT.test(read) ? '' : plainProse(read.replace(MARKS, '').replace(EDGES, ''))
    if (words !== '') return cut(words, LONGEST_FIRST_LINE)
  }
  return ''
}

const COMMENT = /<!--[^]*?(?:-->|$)/gu

/** A fence, a line that parts, one below a heading or the head of a table, a link definition. */
const SILENT = /^[ \t>]*(?:`{3,}|~{3,}|([-*_=])[ \t]*(?:\1[ \t]*)+$|[|:-][|: -]+$|\[[^\]^]+\]:[ \t])/u

/** Of quotations, lists, tasks, headings and tables. */
const MARKS = /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[[ xX]\](?=[ \t])|#{1,6}(?=[ \t])|\|)[ \t]*)*/u
const EDGES = /[ \t]+#+[ \t]*$|[ \t]*\|[ \t]*$/u

/** Characters. */
const LONGEST_FIRST_LINE = 120

/** UTF-16 units, enough for the marks and addresses in so many characters. */
const LONGEST_READ = 2000
