/**
 * How many words a reader reads in a piece of Markdown: neither addresses, citations, comments, tags nor marks. Of scripts that put no
 * blanks between words, each character is one. `known` keeps the counts of paragraphs, for who counts much of the same again.
 */
export const wordCount = (text: string, known = new Map<string, number>()): number =>
  text
    .replace(COMMENT, ' ')
    .split(/\n[ \t]*\r?\n/u)
    .reduce((sum, paragraph) => {
      const count = known.get(paragraph) ?? countWords(paragraph)
      known.set(paragraph, count)
      return sum + count
    }, 0)

function countWords(text: string): number {
  const read = text.replace(UNREAD, ' ')
  const count = read.match(WORD)?.length ?? 0
  return UNSPACED.test(read) ? count + countUnspaced(read) : count
}

const COMMENT = /<!--[^]*?(?:-->|$)/gu

/** Looks for the ends within a line only. */
const UNREAD = new RegExp(
  [
    String.raw`\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)`,
    String.raw`\[\[?\^?\d[\d, –-]*\]\]?`,
    String.raw`<\/?[a-z][^<>\n]*>`,
    String.raw`https?:\/\/[^\s<>]+`,
    String.raw`&[a-z\d#]{2,31};`,
  ].join('|'),
  'giu',
)

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** What is to be added to words that were taken for those between blanks. */
function countUnspaced(text: string): number {
  const runs = text.match(WORD) ?? []
  return runs.reduce((sum, run) => {
    const characters = [...run].filter((character) => UNSPACED.test(character)).length
    const rest = run.split(new RegExp(UNSPACED, 'gu')).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
    return sum + (characters === 0 ? 0 : characters + rest - 1)
  }, 0)
}
