/**
 * A text as words are compared: in lower case, without accents, and with one blank for whatever is no letter or digit.
 * `Gödel's “Über…”` becomes `godel's uber`.
 */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9']+/gu, ' ')
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(UNLIKE, (letter) => ALIKE[letter] ?? letter).replace(OTHERS, ' ')
}

/** Most texts: nothing to take apart, and no need for expressions that know all alphabets. */
const ASCII = /^[\u0000-\u007f]*$/u

const MARKS = /\p{Mn}+/gu
const OTHERS = /[^\p{L}\p{N}']+/gu

/** Letters that Unicode does not take apart, as people without them on their keyboards type them. */
const ALIKE: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', '’': "'", '‘': "'" }
const UNLIKE = /[øłđħıßæœþð’‘]/gu
