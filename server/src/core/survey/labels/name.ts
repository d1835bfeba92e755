import { normalTitle } from '../titles'

/** With what joins and varies them. */
const PICTURES = String.raw`(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\uFE0F|\u200D|\u20E3)`

/** `2.1 `, `3) `, `A. `, `iv. `, `#4 `, `Option 1: `: what counts labels. */
const COUNT = String.raw`(?:(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})[.):]|\d{1,3}(?:\.\d{1,3})+|#\d{1,4}[.:]?|(?:option|alternative|candidate|competitor|nr\.?|no\.?)\s\d{1,3}\s*[.:)–—-])\s+`

const DECORATION = new RegExp(String.raw`^(?:${PICTURES}|[\s★☆✓✗•])+|^${COUNT}`, 'iu')
const PICTURES_BEHIND = new RegExp(String.raw`(?:${PICTURES}|\s)+$`, 'u')
const LINK = /!?\[([^[\]]*)\]\([^()\s]*\)/gu
const REMARK = /(?<=\S)\s*[(（[][^()（）[\]]*[)）\]]$/u
const VALUE = /(?<=\p{L})\s*(?::\s.*|：.*)$/u

/** Most titles are nothing but words. */
const PLAIN_WORDS = /^[A-Za-z]{2,}(?: [A-Za-z]+)*$/

/** What a title calls its section, without what is no part of its name: number, pictures, emphasis, a remark in brackets, a value behind a colon. */
export function labelWords(title: string): string {
  if (PLAIN_WORDS.test(title)) return title
  const written = (title.length > LONGEST ? title.slice(0, LONGEST) : title.replace(LINK, '$1')).replace(/[*_`]/gu, '')
  const words = withoutDecoration(written.trim())
  const plain = words
    .replace(VALUE, '')
    .replace(/\s*[:：]$/u, '')
    .replace(PICTURES_BEHIND, '')
    .replace(REMARK, '')
    .trim()
  return plain || words || written
}

/** The same as titles are compared, to tell labels that are the same. Linear. */
export const labelName = (title: string): string => normalTitle(labelWords(title))

/** UTF-16 units: a title that is longer is compared by its beginning. */
const LONGEST = 300

/** `2. 🔥 **Svelte**` has two of them. */
function withoutDecoration(words: string): string {
  for (let i = 0; i < 3; i++) {
    const rest = words.replace(DECORATION, '')
    if (rest === words || rest === '') return words
    words = rest
  }
  return words
}

const COUNTED = new RegExp(
  String.raw`^(?:${PICTURES}|[\s*_])*(?=${COUNT})(?:\p{L}{2,}\.?\s+)?#?(?<count>\d{1,3}|\p{L})(?=\s*[.:)–—-])`,
  'iu',
)

/** Where in a title stands what counts it: the `2` of `2. Redis` and of `Option 2: Redis`, the `B` of `B) Redis`. UTF-16 offsets. */
export function countIn(title: string): { readonly from: number; readonly to: number } | undefined {
  const match = COUNTED.exec(title)
  const count = match?.groups?.count
  return match && count !== undefined ? { from: match[0].length - count.length, to: match[0].length } : undefined
}
