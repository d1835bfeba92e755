import fc from 'fast-check'

/**
 * Surveys in every dialect that real ones are written in, whole or with whatever goes wrong while one is being written:
 * sections that are missing, stand twice or are out of order, numbers and levels that are off, references that nobody
 * cites or that are not there. For properties that hold of any text.
 */

const LABELS: readonly (readonly string[])[] = [
  ['What is it?', 'What are they?', 'What does it do? [1]', 'WHAT IS IT'],
  ['Who does it?', 'Who uses them?', 'Who is behind it? ([[2]])'],
  ['Strengths', 'Strength', 'Strengths [3], [4]', 'Strengths (so far)'],
  ['Weaknesses', 'Weakness'],
  ['Opportunities', 'Opportunities for Tari', 'Opportunities (for 等离子)'],
  ['Threats', 'Threats to Tari', 'Threats&nbsp;to us:'],
]

const PROSE = [
  '???',
  '???xxx',
  'TBD',
  'None.',
  'None known',
  '',
  'It is fast {1}, ({2}, {3}) and {9}.',
  'Several\nlines of prose {2}.\nAnd more {4}-{6}.',
  '- a list {1}\n- of ???\n  - deeper',
  '1. one\n2. two',
  '> A quotation {2}.',
  '```sh\n# no heading\n[9]\n```',
  '    [9] indented',
  '| a | b |\n|---|---|\n| 1 | {1} |',
  '<!-- a note [9] -->',
  'TBD 😀 漢字 {1}。',
  'Text {3} <!-- survey-disable-line -->',
  '<!-- survey-disable-section placeholder-text -->',
  'See [1, 2] and [3–5], `[9]`, $x[9]$, a[1], ![9](x.png), [text](https://a.org/[9]).',
  'As of 2018-06-??, {12}',
  '[link]: https://a.org',
  '<div>\n[9]\n</div>',
  '***',
  'Setext\n---',
  '{1}{2}{3}',
  'From {1} to {3}, {4}…{2}, {2} bis {5}.',
  'See [4, 9].',
]

const ENTRIES = [
  'Plasma: a primer, https://plasma.io/primer, Date accessed: {date}.',
  'Plasma: Scalable Contracts, J. Poon and V. Buterin, http://www.plasma.io/primer/, Date accessed: {date}.',
  'Plasma, Poon J et. al., https://plasma.io/x_(y) , Date accessed+: {date}',
  'J. Poon and V. Buterin, "Plasma: the “new” one" [online]. Available: <https://plasma.io/primer>. Date accessed: {date}.',
  '“Plasma,” [Online.] Available at: https://a.org/?q=1&b=2.\nDate accessed: {date}.',
  'Hivemind Website (online). Available:\n<https://a.org>. Date accessed: {date}.',
  '[Plasma](https://a.org/x) (visited on 7 June 2018)',
  '*Title*, https:/????, Date accessed: 2018-06-??.',
  ', , Date accessed: 2018-06-??.',
  'title, www.????.???, Date accessed: 2018-mm-dd.',
  '???',
  '',
  'Title 😀, 作者, https://漢字.org/漢, {date}',
  'Poon, J. & Buterin, V. (2017). Plasma. https://plasma.io',
  'A\nB\nC',
  'See [1] and [2].',
]

const TAILS = [
  '',
  '',
  '\n',
  '\n\n\n',
  '#',
  '\n##',
  '\n### ',
  '\n#### Str',
  '\n_Weak',
  '\n**Threats',
  ' [',
  ' [[7',
  ' [7](',
  '\n[7]:',
  '\n[[7]] "T',
  '\n```',
  '\n<!-- ',
  '\n\n- ',
  '\n\n1. ',
  '\\',
  '<',
  '$',
  '\ud83d',
]

const initiative = fc.record({
  name: fc.constantFrom(
    'Plasma',
    'Loom Network [7]',
    'TrueBit 😀',
    '`code` *and* more',
    'What else?',
    '???',
    '',
    'Ein längerer Titel',
    '漢字',
    'Plasma',
  ),
  number: fc.constantFrom('next', 'next', 'next', 'next', '?', 'none', '1', '007'),
  body: fc.constantFrom(...PROSE),
  off: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1),
  sections: fc.oneof(
    { weight: 3, arbitrary: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 3 }) },
    { weight: 1, arbitrary: fc.array(fc.nat(5), { maxLength: 8 }) },
  ),
  labels: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
  prose: fc.array(fc.constantFrom(...PROSE), { minLength: 8, maxLength: 8 }),
  offs: fc.array(fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, -1), { minLength: 8, maxLength: 8 }),
})

const manner = fc.record({
  level: fc.constantFrom(2, 2, 2, 1, 3),
  mark: fc.constantFrom('', '', '*', '_', '**', '__', '***'),
  numbered: fc.boolean(),
  opening: fc.constantFrom('Current initiatives', 'Initiatives', ''),
  citation: fc.constantFrom('[N]', '[N]', '[[N]]', '[[N]](https://a.org/N)'),
  label: fc.constantFrom('[N]', '[N]', '[[N]]', '[[N]]:', '- [N]', 'N.', '> [N]', ''),
  definition: fc.constantFrom(
    '',
    '',
    '[N]: https://a.org/N',
    "[N]: https://a.org/N\n'Title N'",
    '[N]: <https://a.org/N> "T"',
    '[N]: ????',
  ),
  definitionAt: fc.constantFrom('after', 'before', 'end'),
  date: fc.constantFrom(
    '2018-06-07',
    '2018&#8209;06&#8209;07',
    '2018‑06‑07',
    '07 June 2018',
    '2018-02-30',
    '2081/06/07',
  ),
  gap: fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n'),
  lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
  head: fc.constantFrom(
    '',
    '',
    '\ufeff',
    '---\nsurvey: true\n---\n',
    '\ufeff---\ntitle: x\nsurvey: swot\n---\n',
    '<!-- survey-disable-file section-order -->\n',
  ),
  intro: fc.constantFrom('', '# A survey\n\nWords {1}.', '  # A survey\n\nWords\n- a'),
  observations: fc.constantFrom('', '???', 'All of them {1} do {2}.'),
  referencesTitle: fc.constantFrom('References', 'References', 'Bibliography', 'Sources:'),
  tail: fc.constantFrom(...TAILS),
})

const entry = fc.record({
  text: fc.constantFrom(...ENTRIES),
  step: fc.constantFrom(1, 1, 1, 1, 1, 2, 0, -1),
  defined: fc.constantFrom(true, true, true, false),
})

/** Any survey, in any state. */
export const anySurvey: fc.Arbitrary<string> = fc
  .tuple(manner, fc.array(initiative, { maxLength: 4 }), fc.array(entry, { maxLength: 8 }))
  .map(([how, initiatives, entries]) => {
    const cited = (text: string): string =>
      text.replace(/\{(\d+)\}/gu, (_, n: string) => how.citation.replaceAll('N', n)).replaceAll('{date}', how.date)
    const heading = (level: number, title: string): string => `${'#'.repeat(Math.max(1, Math.min(6, level)))} ${title}`
    const numbers = { initiative: 0, reference: 0 }
    const references = entries.map(({ text, step, defined }) => {
      const number = String((numbers.reference = Math.max(1, numbers.reference + step)))
      return {
        entry: `${how.label.replaceAll('N', number)} ${cited(text)}`,
        definition: defined ? how.definition.replaceAll('N', number) : '',
      }
    })
    const list = references.flatMap(({ entry: each, definition }) =>
      how.definitionAt === 'before' ? [definition, each] : how.definitionAt === 'after' ? [each, definition] : [each],
    )
    const blocks = [
      cited(how.intro),
      how.opening && heading(how.level, how.opening),
      ...initiatives.flatMap((each) => {
        const number = {
          next: how.numbered ? `#${++numbers.initiative} ` : '',
          none: '',
          '?': '#? ',
          1: '#1 ',
          '007': '#007 ',
        }[each.number]
        return [
          heading(how.level + 1 + each.off, number + each.name),
          cited(each.body),
          ...each.sections.flatMap((kind, i) => {
            const titles = LABELS[kind] ?? []
            const title = titles[(each.labels[i] ?? 0) < 7 ? 0 : (each.labels[i] ?? 0) % titles.length] ?? ''
            return [
              how.mark ? `${how.mark}${title}${how.mark}` : heading(how.level + 2 + (each.offs[i] ?? 0), title),
              cited(each.prose[i] ?? ''),
            ]
          }),
        ]
      }),
      ...(how.observations ? [heading(how.level, 'Observations'), cited(how.observations)] : []),
      ...(references.length > 0
        ? [
            heading(how.level, how.referencesTitle),
            ...list,
            ...(how.definitionAt === 'end' ? references.map(({ definition }) => definition) : []),
          ]
        : []),
    ].filter((block) => block !== '')
    return (
      how.head +
      blocks.join(how.gap) +
      (how.label === 'N.' ? how.tail.replace(/^\n\[/u, '\n\n[') : how.tail)
    ).replaceAll('\n', how.lineBreak)
  })
