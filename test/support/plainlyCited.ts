import {
  bestMatches,
  folded,
  hostOf,
  initiativeAt,
  type Document,
  type Reference,
  type Span,
} from '../../server/src/core'

/**
 * What `suggestCitations` offers for what was typed, found out in the plainest way, from the model of the whole file and with nothing
 * remembered: to compare with. Answers numbers and where their entries stand.
 */
export function plainlyCited(
  { text, survey }: Document,
  offset: number,
  query: string,
  { from, to }: Span,
): readonly string[] {
  const { listing: references } = survey
  const texts = references.map((reference) => wordsOf(reference, text))
  const words = wordsAround()
    .map((word) => ({ word, count: texts.filter((each) => hasWord(each, word)).length }))
    .filter(({ count }) => count > 0)
  const { recent, grouped } = citedBefore()
  const counts = new Map<number, number>()
  for (const { number } of survey.citations) counts.set(number, (counts.get(number) ?? 0) + 1)
  const weights = references.map(({ number }, i) => {
    const alike = words.reduce(
      (sum, { word, count }) => (hasWord(texts[i] ?? '', word) ? sum + 1 / (1 + Math.log2(count)) : sum),
      0,
    )
    return grouped.has(number)
      ? 2 * alike
      : 2 * alike + (recent.get(number) ?? 0) + 0.2 * Math.log2(1 + (counts.get(number) ?? 0))
  })
  const all = [...references.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
  return distinct(ranked())
    .slice(0, 100)
    .map(({ number, span }) => `${number} at ${span.from}`)

  function ranked(): readonly number[] {
    const typed = query.trim()
    if (typed === '') return all
    const byNumber = /^\d+$/u.test(typed)
      ? [...references.keys()]
          .filter((i) => String(references[i]?.number).startsWith(typed))
          .sort((a, b) => (references[a]?.number ?? 0) - (references[b]?.number ?? 0))
      : []
    if (byNumber.length > 0)
      return text[offset] === ']' && references[byNumber[0] ?? 0]?.number === Number(typed)
        ? [...byNumber, ...all]
        : byNumber
    const found = bestMatches(texts, typed, 100, (i) => weights[i] ?? 0)
    // A scheme may be written in part: “https:/a.org”.
    const introduced = /^(?:https?:\/{0,2})?(?:www\.)?/iu
    const bare = typed.replace(introduced, '').toLowerCase()
    if (bare === '' || /\s/u.test(bare) || (bare.length === typed.length && !/[./]/u.test(bare))) return found
    const places = references.map(({ url }) =>
      (url?.text ?? '')
        .replace(introduced, '')
        .toLowerCase()
        .search(new RegExp(`(?<![\\p{L}\\p{N}])${bare.replace(/[.?+(){}[\]|*^$\\]/gu, String.raw`\$&`)}`, 'u')),
    )
    const addressed = [...all.filter((i) => places[i] === 0), ...all.filter((i) => (places[i] ?? -1) > 0)]
    return addressed.length > 0 && bare.includes('/') ? addressed : [...addressed, ...found]
  }

  function distinct(indexes: readonly number[]): readonly Reference[] {
    const numbers = [...new Set(indexes.map((i) => references[i]?.number))]
    const seen = new Set(indexes)
    return numbers
      .map((number) => references.find((reference, i) => reference.number === number && seen.has(i)))
      .filter((reference) => reference !== undefined)
  }

  function wordsAround(): readonly string[] {
    const before =
      text
        .slice(Math.max(0, from - 300), from)
        .split(/\n[ \t]*\r?\n/u)
        .at(-1) ?? ''
    const after = text.slice(to, to + 80).split(/\n[ \t]*\r?\n/u)[0] ?? ''
    return [
      ...new Set([
        ...[...telling(before).toReversed(), ...telling(after)].slice(0, 16),
        ...telling(initiativeAt(survey, offset)?.title ?? ''),
      ]),
    ]
  }

  function citedBefore() {
    const recent = new Map<number, number>()
    const grouped = new Set<number>()
    let end = from
    for (const cited of survey.citations
      .filter(({ span }) => span.from < from)
      .toReversed()
      .slice(0, 32)) {
      if (recent.size >= 8) break
      if (cited.span.to > from) continue
      if (end >= 0 && end - cited.span.to < 8 && /^[\s,;]*$/u.test(text.slice(cited.span.to, end))) {
        grouped.add(cited.number)
        end = cited.span.from
      } else {
        end = -1
        if (!recent.has(cited.number)) recent.set(cited.number, 1 / (1 + recent.size))
      }
    }
    return { recent, grouped }
  }
}

const wordsOf = ({ number, title, authors, url, body }: Reference, text: string): string => {
  const years = text.slice(body.from, Math.min(body.to, body.from + 2000)).match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? []
  return folded(
    [title?.text, authors?.text, url && hostOf(url.text), ...new Set(years), number]
      .filter((part) => part !== undefined)
      .join(' '),
  )
}

const hasWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true
  return false
}

const telling = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => (word.length > 3 || /[^\u0000-\u024f]/u.test(word)) && !/^\d+$/u.test(word) && !COMMON.has(word))

const COMMON: ReadonlySet<string> = new Set(
  'also another because been being between both could does each from have into like many more most much must only other over same should since some such than that their them then there these they this those through under very were what when where which while with without would'.split(
    ' ',
  ),
)
