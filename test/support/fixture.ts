/** A file as a test writes it down. Offsets are UTF-16 units of `text`. */
export interface Fixture {
  readonly name: string
  readonly text: string
  /** Where `$0` stood. */
  readonly cursor?: number
  readonly labels: readonly Label[]
}

/** A range of the text that carets mark, and what is said of it: `^^^^ code: how the message begins`. */
export interface Label {
  readonly from: number
  readonly to: number
  readonly code: string
  readonly message: string
}

export interface FixtureCase {
  readonly title: string
  readonly files: readonly Fixture[]
}

/**
 * Reads the notation of the tests: `%% title` starts another case, `@@ name` another file, `$0` is the cursor, and a line
 * of spaces and carets labels the range above it. Neither of them stays in the text, whose lines end in `lineBreak`.
 */
export function fixtureCases(source: string, lineBreak = '\n'): readonly FixtureCase[] {
  return split(source, /^%% +(.*)$/u).map(({ title, lines }) => ({
    title,
    files: split(lines.join('\n'), /^@@ +(.*)$/u).map((file) =>
      fixtureFile(file.title || 'survey.md', file.lines, lineBreak),
    ),
  }))
}

/** Reads a fixture that is one file of one case. */
export function fixture(source: string, lineBreak = '\n'): Fixture {
  const [only] = fixtureCases(source, lineBreak).flatMap(({ files }) => files)
  if (!only) throw new Error('A fixture needs a text.')
  return only
}

/** The lines below each heading. What stands before the first heading has no title; nothing there makes no group. */
function split(
  source: string,
  heading: RegExp,
): readonly { readonly title: string; readonly lines: readonly string[] }[] {
  const groups: { title: string; lines: string[] }[] = [{ title: '', lines: [] }]
  for (const line of source.split('\n')) {
    const title = heading.exec(line)?.[1]
    if (title === undefined) groups.at(-1)?.lines.push(line)
    else groups.push({ title, lines: [] })
  }
  return groups.length > 1 && groups[0]?.lines.join('').trim() === '' ? groups.slice(1) : groups
}

const CARETS = /^( *)(\^+)(?: +([a-z-]+)(?:: *(.*))?)?$/u

function fixtureFile(name: string, lines: readonly string[], lineBreak: string): Fixture {
  const kept: string[] = []
  const labels: Label[] = []
  let lineAt = 0
  let cursor: number | undefined
  for (const line of lines) {
    const [, indent, carets, code = '', message = ''] = CARETS.exec(line) ?? []
    if (indent !== undefined && carets !== undefined && kept.length > 0) {
      const from = lineAt + indent.length
      labels.push({ from, to: from + carets.length, code, message })
      continue
    }
    const previous = kept.at(-1)
    if (previous !== undefined) lineAt += previous.length + lineBreak.length
    const at = line.indexOf('$0')
    if (at >= 0) cursor = lineAt + at
    kept.push(at < 0 ? line : line.slice(0, at) + line.slice(at + 2))
  }
  return { name, text: kept.join(lineBreak), labels, ...(cursor !== undefined && { cursor }) }
}
