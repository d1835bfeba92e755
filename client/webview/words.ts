import { type MatrixAnswer } from '../../server/src/protocol'
import { type PageWords } from '../src/matrix/messages'

type Row = MatrixAnswer['rows'][number]

/** What an initiative is called aloud. */
export const initiativeName = ({ number, title }: Pick<Row, 'number' | 'title'>): string =>
  title === '' ? `#${number ?? ''}` : title

/** What is counted in a cell, and its name, which can be understood by itself: `Plasma, Threats: done, 12 words, 1 citation. It is fast.` */
export function cellName(
  { state, words, citations, unsupported, firstLine }: Row['cells'][number],
  initiative: string,
  section: string,
  page: PageWords,
): { readonly counts: string; toString(): string } {
  const counts =
    words === 0 && citations === 0
      ? []
      : [
          words === 1 ? page.word : labelled(page.words, words),
          citations === 1 ? page.citation : labelled(page.citations, citations),
          ...(unsupported ? [labelled(page.unsupported, unsupported)] : []),
        ]
  const name = `${initiative}, ${section}: ${[page.states[state], ...counts].join(', ')}`
  return { counts: counts.join(', '), toString: () => (firstLine === '' ? name : `${name}. ${firstLine}`) }
}

export const labelled = (words: string, ...values: readonly (string | number)[]): string =>
  words.replace(/\{(\d)\}/gu, (_, at: string) => String(values[Number(at)] ?? ''))
