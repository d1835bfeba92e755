import { allSettings } from './settings.mjs'

/** The manifest with the settings of the table; the rest of it stays as it was typed. */
export function manifest(tables, present) {
  const lines = allSettings(tables).map(
    ({ name, schema }) => `        ${JSON.stringify(`survey.${name}`)}: ${onOneLine(schema)}`,
  )
  const block = `    "configuration": {\n      "title": "Survey",\n      "properties": {\n${lines.join(',\n')}\n      }\n    }`
  return BLOCK.test(present)
    ? present.replace(BLOCK, () => block)
    : present.replace(/^ {2}"contributes": \{$/m, (opening) => `${opening}\n${block},`)
}

const BLOCK = /^ {4}"configuration": \{\n[^]*?^ {4}\}/m

/** A raw line break can only be layout: in strings they are escaped. */
const onOneLine = (value) => JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ')
