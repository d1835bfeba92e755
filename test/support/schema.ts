import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
const compiled = (name: string) =>
  ajv.compile(
    JSON.parse(readFileSync(new URL(`../../server/schemas/${name}.schema.json`, import.meta.url), 'utf8')) as object,
  )
const schemas = {
  outline: compiled('outline'),
  check: compiled('check'),
  matrix: compiled('matrix'),
  history: compiled('history'),
  stats: compiled('stats'),
}

/** What a result has that its published schema does not allow; nothing where all is well. */
export const breaches = (name: keyof typeof schemas, result: unknown): string =>
  schemas[name](result) ? '' : ajv.errorsText(schemas[name].errors)
