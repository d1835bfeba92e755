import type { Span } from '../../text/span'
import type { JsonNode } from './json'
import type { Report } from './problem'

/**
 * What values of a `.survey.json` may look like. Each reads a node, reports what is wrong in it under the name that it has, and
 * answers what is right; undefined where that is nothing.
 */
export type Shape<T> = (node: JsonNode, name: string, report: Report) => T | undefined

export type ShapeOf<S> = S extends Shape<infer T> ? T : never

/** A text that was written, and where. */
export interface Written {
  readonly value: string
  readonly span: Span
}

export const text: Shape<Written> = (node, name, report) => {
  if (typeof node.value !== 'string') return wrong(node, name, 'a text in quotes', report)
  const value = node.value.trim()
  if (value.length > LONGEST_TITLE_TEXT)
    return reported(node, `${code(name)} is longer than ${LONGEST_TITLE_TEXT} characters.`, report)
  if (/[\u0000-\u001f\u007f]/u.test(value)) return reported(node, `${code(name)} should be on one line.`, report)
  return { value, span: spanOf(node) }
}

/** A text of which something is left without blanks. */
export const word: Shape<Written> = (node, name, report) => {
  const written = text(node, name, report)
  return written?.value === '' ? reported(node, `${code(name)} is empty.`, report) : written
}

export const flag: Shape<boolean> = (node, name, report) =>
  typeof node.value === 'boolean' ? node.value : wrong(node, name, '`true` or `false`', report)

/** The items that are right. */
export const list =
  <T>(item: Shape<T>): Shape<readonly T[]> =>
  (node, name, report) => {
    if (node.type !== 'array') return wrong(node, name, 'a list in square brackets', report)
    const items = node.children ?? []
    if (items.length > MOST_TITLES)
      report(spanOf(node), `${code(name)} has more than ${MOST_TITLES} entries; the others are not read.`)
    return items
      .slice(0, MOST_TITLES)
      .map((child) => item(child, name, report))
      .filter((value): value is T & {} => value !== undefined)
  }

/** Something, and where it stands. */
export const placed =
  <T>(shape: Shape<T>): Shape<{ readonly value: T; readonly span: Span }> =>
  (node, name, report) => {
    const value = shape(node, name, report)
    return value === undefined ? undefined : { value, span: spanOf(node) }
  }

/** An object with these properties and no others; each may be left out. */
export const record =
  <F extends Readonly<Record<string, Shape<unknown>>>>(fields: F): Shape<Fields<F> & { readonly span: Span }> =>
  (node, name, report) => {
    if (node.type !== 'object') return wrong(node, name, 'an object in braces', report)
    const values: Record<string, unknown> = { span: spanOf(node) }
    for (const { key, value } of propertiesOf(node, report)) {
      const field = Object.hasOwn(fields, key.value) ? fields[key.value] : undefined
      if (field) values[key.value] = value && field(value, key.value, report)
      else
        report(
          key.span,
          `${code(key.value)} is not known here. Known are ${Object.keys(fields)
            .filter((each) => each !== '$schema')
            .map(code)
            .join(', ')}.`,
        )
    }
    return values as Fields<F> & { readonly span: Span }
  }

export type Fields<F> = { readonly [K in keyof F]?: ShapeOf<F[K]> | undefined }

/** An object whose properties have names of the author's choice. */
export const dictionary =
  <T>(item: Shape<T>): Shape<readonly (readonly [name: Written, value: T])[]> =>
  (node, name, report) => {
    if (node.type !== 'object') return wrong(node, name, 'an object in braces', report)
    const found: (readonly [Written, T])[] = []
    for (const { key, value } of propertiesOf(node, report).slice(0, MOST_TITLES)) {
      const read = value && item(value, key.value, report)
      if (read !== undefined) found.push([key, read])
    }
    return found
  }

/** In UTF-16 units. Nobody writes longer titles or more of them; expressions that look for all of them are made of these. */
const LONGEST_TITLE_TEXT = 1000
const MOST_TITLES = 200

interface Property {
  readonly key: Written
  /** Absent while it is being typed. */
  readonly value: JsonNode | undefined
}

function propertiesOf(node: JsonNode, report: Report): readonly Property[] {
  const found = new Map<string, Property>()
  for (const { children: [name, value] = [] } of node.children ?? []) {
    if (!name) continue
    const key = { value: String(name.value), span: spanOf(name) }
    if (found.has(key.value)) report(key.span, `${code(key.value)} stands here twice; the first one counts.`)
    else found.set(key.value, { key, value })
  }
  return [...found.values()]
}

const spanOf = ({ offset, length }: JsonNode): Span => ({ from: offset, to: offset + length })

const KINDS: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: '`true` or `false`',
  null: '`null`',
}

const wrong = (node: JsonNode, name: string, wanted: string, report: Report): undefined =>
  reported(node, `${code(name)} should be ${wanted}, not ${KINDS[node.type] ?? 'this'}.`, report)

function reported(node: JsonNode, message: string, report: Report): undefined {
  report(spanOf(node), message)
  return undefined
}

const code = (name: string): string => `\`${name}\``
