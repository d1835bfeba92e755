import { applyEdits, modify } from 'jsonc-parser'
import { parseJson } from './json'

/** The text of a `.survey.json` that lists a file of its folder, too; undefined where the text is broken. What else stands in it stays. */
export function listInConfig(text: string, name: string): string | undefined {
  if (text.trim() === '') return `{\n  "files": [${JSON.stringify(globFor(name))}]\n}\n`
  let isBroken = false
  const tree = parseJson(text, () => (isBroken = true))
  if (isBroken || tree?.type !== 'object') return undefined
  const files = tree.children?.find(({ children }) => children?.[0]?.value === 'files')?.children?.[1]
  if (files && files.type !== 'array') return undefined
  const listed = (files?.children ?? []).map(({ value }): unknown => value)
  if (listed.includes(globFor(name))) return text
  const formattingOptions = { insertSpaces: true, tabSize: 2 }
  return applyEdits(
    text,
    files
      ? modify(text, ['files', -1], globFor(name), { formattingOptions, isArrayInsertion: true })
      : modify(text, ['files'], [globFor(name)], { formattingOptions }),
  )
}

/** A name as a glob of itself. */
export const globFor = (name: string): string => name.replace(/[\\*?[\]{}]/gu, String.raw`\$&`)
