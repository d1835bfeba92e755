/** A line of nothing but words, that typing in changes no structure. */
const prose = /^\p{Lu}[^[\]<>|`*_#:\\]{60,}$/u

/** Where to type in a text: in the prose at its middle and at its beginning, and behind its last word; and where to cite. */
export function placesIn(text) {
  const lines = text.split('\n')
  const middle = lines.findIndex((line, i) => i >= lines.length / 2 && prose.test(line))
  const beginning = lines.findIndex((line) => prose.test(line))
  const citation = lines.findIndex((line, i) => i > middle && prose.test(line))
  const end = lines.findLastIndex((line) => line.trim() !== '')
  const betweenWords = (line) => ({ line, character: lines[line].indexOf(' ', 30) + 1 })
  return {
    middle: betweenWords(middle),
    beginning: betweenWords(beginning),
    end: { line: end, character: lines[end].trimEnd().length },
    citation: betweenWords(citation),
  }
}
