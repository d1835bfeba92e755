import { initiativeAt, type Citation, type Reference } from '../core'
import { escapeMarkdown } from './convert'
import type { SurveyFile } from './feature'

/** An entry as a client shows it in a hover or beside a completion: title, authors, address, and who cites it, of `citations`. */
export function referenceMarkdown({ survey, document }: SurveyFile, reference: Reference, citations: readonly Citation[]): string {
  const { title, authors, url, accessed, body } = reference
  const heading = `**[${reference.number}]** ${title ? escapeMarkdown(oneLine(title.text)) : escapeMarkdown(oneLine(document.buffer.slice(body.from, body.to)))}`
  const details = [
    authors && escapeMarkdown(oneLine(authors.text)),
    url && (/^https?:\/\/[^\s<>]+$/u.test(url.text) ? `<${url.text}>` : escapeMarkdown(url.text)),
    accessed && `accessed ${escapeMarkdown(reference.accessedOn ?? accessed.text)}`,
  ].filter((detail) => detail !== undefined)
  return [heading, details.join('  \n'), cited(survey, citations)].filter((part) => part !== '').join('\n\n')
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** `Cited 7 times: Plasma 6, TrueBit 1.` */
function cited(survey: SurveyFile['survey'], citations: readonly Citation[]): string {
  if (citations.length === 0) return 'Cited nowhere.'
  const perInitiative = new Map<string, number>()
  for (const { span } of citations) {
    const initiative = initiativeAt(survey, span.from)
    const where = initiative ? initiative.title || `#${initiative.number ?? '?'}` : 'outside the initiatives'
    perInitiative.set(where, (perInitiative.get(where) ?? 0) + 1)
  }
  const where = [...perInitiative].map(([title, count]) => (citations.length === 1 ? escapeMarkdown(title) : `${escapeMarkdown(title)} ${count}`)).join(', ')
  return `Cited ${citations.length === 1 ? 'once' : `${citations.length} times`}: ${where}.`
}
