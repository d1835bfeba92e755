import fc from 'fast-check'

/** Comparisons as their authors write them, of anything, under labels in one form a file: what nobody has said to be a survey. For properties. */
export interface Comparison {
  readonly form: string
  readonly text: string
  /** What a reader sees: the things compared, each with the titles of its sections. */
  readonly items: readonly { readonly title: string; readonly sections: readonly string[] }[]
}

interface Form {
  /** What stands between two sections, and above the first of them. */
  readonly between: string
  readonly first: string
  write(title: string, body: string): string
  /** How an item is labelled, where that is no heading. */
  readonly item?: (title: string, count: number) => string
}

const list = (body: string, indent: string): string =>
  body
    .split('. ')
    .map((point) => `${indent}- ${point}`)
    .join('\n')

/** Each way to write a label. */
export const FORMS: Readonly<Record<string, Form>> = {
  heading: { between: '\n\n', first: '\n\n', write: (title, body) => `#### ${title}\n\n${body}` },
  'heading, decorated': { between: '\n\n', first: '\n\n', write: (title, body) => `#### ✅ **${title}:**\n\n${body}` },
  emphasis: { between: '\n\n', first: '\n\n', write: (title, body) => `_${title}_\n\n${body}` },
  'emphasis, colon inside': {
    between: '\n\n',
    first: '\n\n',
    write: (title, body) => `**${title}:**\n\n${list(body, '')}`,
  },
  'emphasis, colon outside': {
    between: '\n\n',
    first: '\n',
    write: (title, body) => `**${title}**:\n${list(body, '')}`,
  },
  'run-in': { between: '\n\n', first: '\n\n', write: (title, body) => `**${title}:** ${body}` },
  'run-in, one paragraph': { between: '\n', first: '\n', write: (title, body) => `**${title}**: ${body}` },
  'run-in, full stop': { between: '\n\n', first: '\n\n', write: (title, body) => `*${title}*. ${body}` },
  'run-in, next line': { between: '\n\n', first: '\n\n', write: (title, body) => `**${title}**:  \n${body}` },
  item: { between: '\n', first: '\n', write: (title, body) => `- **${title}**: ${body}` },
  'item, plain': { between: '\n', first: '\n\n', write: (title, body) => `* ${title}: ${body}` },
  'item, parent': { between: '\n', first: '\n\n', write: (title, body) => `* ${title}\n${list(body, '  ')}` },
  'plain line': { between: '\n\n', first: '\n\n', write: (title, body) => `${title}:\n${list(body, '')}` },
  'list of lists': {
    between: '\n',
    first: '\n',
    write: (title, body) => `   - ${title}: ${body}`,
    item: (title, count) => `${count}. **${title}**`,
  },
}

const TITLES = ['Overview', 'Pros', 'Cons', 'Pricing', 'Best for']
const NAMES = ['Redis', 'Kafka', 'RabbitMQ', 'NATS', 'ZeroMQ', '比较', 'Pulsar']
const BODIES = ['It is fast. It is small', 'Nobody knows it', 'Ten years old [1]. Well kept', 'Cheap']
const COUNTS = ['', '', '1. ', '2.1 ', 'A. ', 'Option 1: ', '🔥 '] as const

export const anyComparison: fc.Arbitrary<Comparison> = fc
  .record({
    form: fc.constantFrom(...Object.keys(FORMS)),
    level: fc.constantFrom(2, 3),
    count: fc.constantFrom(...COUNTS),
    names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 3, maxLength: 5 }),
    extra: fc.array(fc.subarray(['Overview', 'Pricing', 'Best for']), { minLength: 5, maxLength: 5 }),
    bodies: fc.array(fc.constantFrom(...BODIES), { minLength: 25, maxLength: 25 }),
    conclusion: fc.boolean(),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n'),
  })
  .map(({ form, level, count, names, extra, bodies, conclusion, lineBreak, end }) => {
    const { between, first, write, item } = FORMS[form] as Form
    const has = (title: string, i: number): boolean =>
      title === 'Pros' || title === 'Cons' || extra[i]?.includes(title) === true
    const isShared = (title: string): boolean => names.filter((_, i) => has(title, i)).length > 1
    const heading = `${'#'.repeat(level)} `
    const items = names.map((title, i) => ({
      title,
      sections: TITLES.filter((each) => has(each, i) && isShared(each)),
    }))
    const blocks = items.map(({ title, sections }, i) => {
      const label = item ? item(title, i + 1) : `${heading}${count.replace(/1$|1(?=[.:])/u, String(i + 1))}${title}`
      const written = sections.map((each, at) => write(each, bodies[5 * i + at] ?? ''))
      return `${label}${first}${written.join(between)}`
    })
    const text = [
      '# What we looked at',
      'Words before.',
      ...(level === 3 || item ? ['## The field'] : []),
      blocks.join('\n\n'),
      ...(conclusion ? ['## Conclusion', 'We take the first.'] : []),
    ].join('\n\n')
    return { form, text: `${text}${end}`.replaceAll('\n', lineBreak), items }
  })
