const words = 'what was written here has been read by many people and a few of them wrote back '

/**
 * What an author does in an open file, over and over. `begin` answers how to do it once, which resolves when the answer is
 * there, complete and parsed; `settle` comes after and is not timed. `size` is of an answer. Floors are those of `echo.mjs`.
 */
export const typingMeasures = [
  { name: 'findings', title: 'keystroke → findings', floor: 'echo', ...typing('middle', 'findings') },
  {
    name: 'beginning',
    title: 'keystroke at the beginning → findings',
    floor: 'echo',
    ...typing('beginning', 'findings'),
  },
  { name: 'end', title: 'keystroke at the end → findings', floor: 'echo', ...typing('end', 'findings') },
  {
    name: 'symbols',
    title: 'keystroke → document symbols',
    floor: 'outline',
    ...typing('middle', 'symbols'),
    size: countSymbols,
  },
  {
    name: 'completion',
    title: '`[` → completion items',
    floor: 'echo',
    answers: 'completion',
    begin: citing,
    size: ({ length }) => length,
  },
]

export const measureNames = ['start', 'open', ...typingMeasures.map(({ name }) => name), 'memory', 'bundles']

function typing(place, answers) {
  return {
    answers,
    begin(editor, { places }) {
      const { line, character } = places[place]
      let typed = 0
      return {
        once() {
          editor.insert({ line, character: character + typed }, words.charAt(typed++ % words.length))
          return editor[answers]()
        },
      }
    },
    size: ({ length }) => length,
  }
}

function citing(
  editor,
  {
    places: {
      citation: { line, character },
    },
  },
) {
  return {
    once() {
      editor.insert({ line, character }, '[')
      return editor.completion({ line, character: character + 1 }, '[')
    },
    async settle() {
      editor.remove({ line, character }, 1)
      await editor.findings()
    },
  }
}

function countSymbols(symbols) {
  return (symbols ?? []).reduce((sum, { children }) => sum + 1 + countSymbols(children), 0)
}
