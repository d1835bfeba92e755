import fc from 'fast-check'

/** Surveys as authors write them: any mix of what is allowed, nothing broken. For properties. */

const SECTIONS = ['What is it?', 'Who does it?', 'Strengths', 'Weaknesses', 'Opportunities', 'Threats']

const BODIES = [
  '???',
  'None.',
  '',
  'It is fast [1], ([2], [1]).',
  'Several\nlines of prose [[2]].',
  '- a list\n- of points\n  - and ???',
  '1. one\n2. two',
  '> A quotation [2].',
  '```sh\n# no heading\n[9]\n```',
  '    # indented code',
  '| a | b |\n|---|---|\n| 1 | [1] |',
  '<!-- a note -->',
  'TBD 😀 漢字',
  'Text <!-- survey-disable-line -->',
]

/** A heading inside a section. Where labels are emphasised, one right above a label may as well be an initiative's. */
const DEEPER = '###### Details\n\nDeeper.'

const body = fc.constantFrom(...BODIES, DEEPER)
const name = fc.constantFrom(
  'Plasma',
  'Loom Network',
  'TrueBit 😀',
  '`code` *and* more',
  'What else?',
  '???',
  'Ein längerer Titel',
  '漢字',
)

const initiative = fc.record({
  name,
  number: fc.constantFrom('own', 'own', 'own', '?', 'none'),
  body,
  sections: fc.subarray(SECTIONS),
  bodies: fc.array(body, { minLength: 6, maxLength: 6 }),
})

/** What a whole file does alike. */
const manner = fc.record({
  level: fc.constantFrom(2, 2, 2, 1, 3),
  emphasis: fc.constantFrom('', '', '_', '**', '***'),
  numbered: fc.boolean(),
  clean: fc.boolean(),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  end: fc.constantFrom('\n', '', '\n\n\n'),
  gap: fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n'),
  frontMatter: fc.boolean(),
  intro: fc.boolean(),
  observations: fc.boolean(),
  references: fc.boolean(),
  list: fc.constantFrom('[N]', '[N]', 'N.', '[^N]:'),
  setext: fc.boolean(),
})

export const surveyText: fc.Arbitrary<string> = fc
  .tuple(manner, fc.array(initiative, { maxLength: 5 }))
  .map(([how, initiatives]) => {
    const heading = (level: number, title: string): string => `${'#'.repeat(level)} ${title}`
    // An emphasised label is a paragraph of its own, and an underlined heading without the words above it, only between blank lines.
    const gap = (how.emphasis || how.setext) && how.gap === '\n' ? '\n\n' : how.gap
    const label = (title: string): string =>
      how.emphasis ? `${how.emphasis}${title}${how.emphasis}` : heading(how.level + 2, title)
    const opening =
      how.setext && how.level < 3
        ? `Current initiatives\n${how.level === 1 ? '===' : '---'}`
        : heading(how.level, 'Current initiatives')
    const entry = (number: number, words: string): string => `${how.list.replace('N', String(number))} ${words}`
    const cited = (block: string): string => (how.list === '[^N]:' ? block.replace(/\[\[?(\d)\]\]?/gu, '[^$1]') : block)
    let count = 0
    const blocks = [
      ...(how.level > 1 ? ['# A survey'] : []),
      ...(how.intro ? ['Words before [1].'] : []),
      opening,
      ...(how.intro ? ['What follows was found by asking around.'] : []),
      ...initiatives.flatMap((each) => {
        const number =
          each.number === '?' && !how.clean
            ? '#? '
            : how.numbered && (each.number === 'own' || how.clean)
              ? `#${++count} `
              : ''
        return [
          heading(how.level + 1, number + each.name),
          each.body,
          ...each.sections.flatMap((title, i) => [label(title), each.bodies[i] ?? '']),
        ]
      }),
      ...(how.observations ? [heading(how.level, 'Observations'), '???'] : []),
      ...(how.references
        ? [
            heading(how.level, 'References'),
            entry(1, 'One, https://a.org/1, Date accessed: 2018-06-07.'),
            entry(2, 'Two, https://a.org/2, Date accessed: 2018-06-08.'),
          ]
        : []),
    ]
      .filter((block) => block !== '' && !(how.emphasis && block === DEEPER))
      .map(cited)
    const text = `${how.frontMatter || initiatives.length === 0 ? '---\nsurvey: true\n---\n' : ''}${blocks.join(gap)}${how.end}`
    return text.replaceAll('\n', how.lineBreak)
  })
