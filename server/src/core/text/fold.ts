/** A text as words are compared: in lower case and without accents. `Gödel’s “Über…”` becomes `godel's “uber...”`. */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(UNLIKE, (letter) => ALIKE[letter] ?? letter)
}

/** Most texts: nothing to take apart. */
const ASCII = /^[\u0000-\u007f]*$/u

const MARKS = /\p{Mn}+/gu

/** Letters that Unicode does not take apart, as people without them on their keyboards type them. */
const ALIKE: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  '’': "'",
  '‘': "'",
}
const UNLIKE = /[øłđħıßæœþð’‘]/gu
