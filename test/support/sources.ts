import type { Document, Reference } from '../../server/src/core'

/** What a survey's numbers come to for a reader, counted in the plainest way: to compare a text before and after its numbers change. */
export interface Sources {
  /** For each line outside the reference list, the sources that its citations lead to. */
  readonly cited: readonly string[]
  /** The entries as they read, whatever their numbers, in no order. */
  readonly entries: readonly string[]
}

/** `nameOf` tells sources apart: two with the same name are one. */
export function sourcesOf(
  { text, survey }: Document,
  nameOf: (reference: Reference, text: string) => string = wordsOf,
): Sources {
  const entries = new Map<number, string>()
  for (const reference of survey.references)
    if (!entries.has(reference.number)) entries.set(reference.number, nameOf(reference, text))
  if (survey.references.length === 0)
    for (const { number, url } of survey.definitions)
      if (!entries.has(number)) entries.set(number, url.text.replace(/^<|>$/gu, ''))
  const byLine = new Map<number, Set<string>>()
  const cite = (from: number, number: number): void => {
    const line = text.slice(0, from).split('\n').length
    byLine.set(line, (byLine.get(line) ?? new Set()).add(entries.get(number) ?? '(in no list)'))
  }
  survey.citations.forEach(({ number, span }, i) => {
    const previous = survey.citations[i - 1]
    const isRange =
      previous &&
      /^(?:\([^()\s]*\))?(?:\s?(?:-{1,3}|[–—…])\s?|\s(?:to|bis)\s)$/u.test(text.slice(previous.span.to, span.from))
    if (isRange)
      for (let between = previous.number + 1; between < number; between++)
        if (entries.has(between)) cite(previous.span.from, between)
    cite(span.from, number)
  })
  for (const { span, numbers } of survey.groups)
    if (numbers.every((number) => entries.has(number))) for (const number of numbers) cite(span.from, number)
  return {
    cited: [...byLine].sort(([a], [b]) => a - b).map(([line, names]) => `${line}: ${[...names].sort().join(' | ')}`),
    entries: survey.references.map((reference) => wordsOf(reference, text)).sort(),
  }
}

/** Without the numbers of other entries that it refers to, which change. */
export const wordsOf = ({ body }: Reference, text: string): string =>
  text.slice(body.from, body.to).replace(/(?<!\S*\/\/\S*)\[\d+\]/gu, '[]')
