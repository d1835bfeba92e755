import { initiativeAt, oneLine, type Citing, type Initiative, type Reference } from '../../core'
import { ageWords } from './ageWords'
import { escapeMarkdown } from './convert'
import type { SurveyFile } from '../feature'

/**
 * An entry as a client shows it in a hover or beside a completion: title, authors, address, when it was read, and who cites it,
 * of `citations`. `today` is `YYYY-MM-DD`.
 */
export function referenceMarkdown(
  file: SurveyFile,
  reference: Reference,
  citations: readonly Citing[],
  today: string,
): string {
  const { title, authors, url, definition, body } = reference
  const words = title?.text ?? file.document.buffer.slice(body.from, Math.min(body.to, body.from + LONGEST_ENTRY))
  const details = [
    authors && asLine(authors.text),
    link((url ?? definition?.url)?.text),
    read(reference, today),
  ].filter((detail) => detail !== undefined)
  return [
    `**[${reference.number}]** ${escapeMarkdown(oneLine(words))}`,
    details.join('  \n'),
    cited(file.survey, citations),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Of an entry that is read as words alone, so much is shown, in UTF-16 units. */
const LONGEST_ENTRY = 1000

/** What would begin a list or underline a heading at the start of a line does not. */
const asLine = (text: string): string =>
  escapeMarkdown(oneLine(text)).replace(/^(\d{0,9})([-+=.)])/u, String.raw`$1\$2`)

/** Something to click where it is an address of the web. */
const link = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : /^https?:\/\/[^\s<>]+$/iu.test(url) ? `<${url}>` : asLine(url.replace(/^<|>$/gu, ''))

/** `read 8 years ago (2018-06-07)`; what is no day, or is still to come, as it is written. */
function read({ accessed, accessedOn }: Reference, today: string): string | undefined {
  if (!accessed) return undefined
  const age = accessedOn === undefined ? undefined : ageWords(accessedOn, today)
  return age === undefined
    ? `accessed ${escapeMarkdown(oneLine(accessedOn ?? accessed.text))}`
    : `read ${age} (${accessedOn})`
}

/** `Cited 9 times: Plasma 6, TrueBit 1, elsewhere 2.` */
function cited(survey: SurveyFile['survey'], citations: readonly Citing[]): string {
  if (citations.length === 0) return 'Cited nowhere.'
  const perInitiative = new Map<Initiative | undefined, number>()
  for (const { span } of citations) {
    const found = initiativeAt(survey, span.from)
    const initiative = found && span.from < found.span.to ? found : undefined
    perInitiative.set(initiative, (perInitiative.get(initiative) ?? 0) + 1)
  }
  const elsewhere = perInitiative.get(undefined)
  perInitiative.delete(undefined)
  const where = [
    ...[...perInitiative].map(([initiative, count]) => ({
      name: escapeMarkdown(initiative?.title || `#${initiative?.number ?? '?'}`),
      count,
    })),
    ...(elsewhere === undefined
      ? []
      : [{ name: perInitiative.size === 0 ? 'outside the initiatives' : 'elsewhere', count: elsewhere }]),
  ]
  return citations.length === 1
    ? `Cited once: ${where[0]?.name}.`
    : `Cited ${citations.length} times: ${where.map(({ name, count }) => `${name} ${count}`).join(', ')}.`
}
