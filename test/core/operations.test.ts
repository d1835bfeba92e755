import { describe, expect, test } from 'vitest'
import { applyEdits, isRefusal, openDocument, operations, type Choices, type Outcome } from '../../server/src/core'

const HEAD = '---\nsurvey: true\n---\n'

const planned = (text: string, id: string, choices: Choices): Outcome => {
  const operation = operations.find((each) => each.id === id)
  if (!operation) throw new Error(`There is no operation ${id}`)
  return operation.plan(openDocument(text), choices)
}

/** The text after an operation, or why there is none. */
function after(text: string, id: string, choices: Choices = {}): string {
  const head = text.includes('\r\n') ? HEAD.replaceAll('\n', '\r\n') : HEAD
  const outcome = planned(head + text, id, choices)
  return isRefusal(outcome) ? `Refused: ${outcome.refused}` : applyEdits(head + text, outcome.edits).slice(head.length)
}

/** A survey's prose, and a list of entries called by their letters: `1a` is `[1] Source a, https://a.org`. */
function survey(prose: string, list: string): string {
  const entries = list
    .split(' ')
    .map((entry) => `[${entry.slice(0, -1)}] Source ${entry.at(-1)}, https://${entry.at(-1)}.org`)
  return `${prose}\n\n## References\n\n${entries.join('\n\n')}\n`
}

interface Case {
  readonly name: string
  readonly id?: string
  readonly choices?: Choices
  readonly before: string
  readonly after: string
}

const check = (cases: readonly Case[]): void =>
  test.each(cases)('$name', ({ id = 'renumber', choices = {}, before, after: expected }) => {
    expect(after(before, id, choices)).toBe(expected)
    expect(after(before.replaceAll('\n', '\r\n'), id, choices)).toBe(expected.replaceAll('\n', '\r\n'))
  })

describe('what went wrong elsewhere when notes were renumbered', () => {
  check([
    {
      name: 'obsidian-linter#1464: two in reverse order keep their texts',
      before: survey('Words [2]. Other words [1].', '1a 2b'),
      after: survey('Words [1]. Other words [2].', '1b 2a'),
    },
    {
      name: 'obsidian-linter#1006: entries that are links',
      before:
        'Said [4], [1], [2], [3].\n\n## References\n\n[1] [one](111)\n\n[2] [two](222)\n\n[3] [three](333)\n\n[4] [four](444)\n',
      after:
        'Said [1], [2], [3], [4].\n\n## References\n\n[1] [four](444)\n\n[2] [one](111)\n\n[3] [two](222)\n\n[4] [three](333)\n',
    },
    {
      name: 'obsidian-linter#314: one that was put between two others',
      before: survey('A [1], then C [3], then B [2].', '1a 3c 2b'),
      after: survey('A [1], then C [2], then B [3].', '1a 2c 3b'),
    },
    {
      name: 'obsidian-linter#625: what is cited again keeps its number',
      before: survey('First [2], second [1], and the first [2] again.', '1b 2a'),
      after: survey('First [1], second [2], and the first [1] again.', '1a 2b'),
    },
    {
      name: 'obsidian-linter#1294: empty entries, and entries with the same words, are told apart',
      before:
        'A [3], b [1], c [2].\n\n## References\n\n[1] Same, https://one.org\n\n[2] Same, https://two.org\n\n[3] \n',
      after:
        'A [1], b [2], c [3].\n\n## References\n\n[1]\n\n[2] Same, https://one.org\n\n[3] Same, https://two.org \n',
    },
    {
      name: 'obsidian-linter#902: nothing else moves, and named notes are no numbers',
      before:
        'A [2], b [1], c[^1], d[^foo].\n\n## References\n\n[1] One, https://one.org\n\n[2] Two, https://two.org\n\n[^1]: A note.\n\n[^foo]: Another [1].\n\n## Observations\n\nMore [2].\n',
      after:
        'A [1], b [2], c[^1], d[^foo].\n\n## References\n\n[1] Two, https://two.org\n\n[2] One, https://one.org\n\n[^1]: A note.\n\n[^foo]: Another [2].\n\n## Observations\n\nMore [1].\n',
    },
    {
      name: 'obsidian-linter#1557: code inside entries stays with them',
      before:
        'A [2], b [5].\n\n## References\n\n[2] Deer are `foo` and `[5]`, https://a.org\n\n[5] Deer are `baz` and `[2]`, https://b.org\n',
      after:
        'A [1], b [2].\n\n## References\n\n[1] Deer are `foo` and `[5]`, https://a.org\n\n[2] Deer are `baz` and `[2]`, https://b.org\n',
    },
    {
      name: 'obsidian-linter#676: what nobody cites stays behind what is cited',
      before: survey('Foo [1].', '1a 2b'),
      after: survey('Foo [1].', '1a 2b'),
    },
    {
      name: 'obsidian-linter#359: five, of which one is out of order',
      before: survey('A [1]. C [3]. D [4]. B [2]. F [5].', '1a 2b 3c 4d 5f'),
      after: survey('A [1]. C [2]. D [3]. B [4]. F [5].', '1a 2c 3d 4b 5f'),
    },
  ])

  test('obsidian-linter#359: a number that stands for two sources is refused', () => {
    expect(after(survey('A [1], b [2].', '1a 1b 2c'), 'renumber')).toBe(
      'Refused: [1] is cited, but stands for two sources: “Source a” and “Source b”. Nobody can tell which one is meant. Give one of them a number of its own and correct its citations, or remove one.',
    )
  })

  test('obsidian-linter#154: more than 500, in no time', () => {
    const numbers = Array.from({ length: 600 }, (_, i) => i + 1)
    const entry = (number: number, name: number): string => `[${number}] Source ${name}, https://a.org/${name}`
    const text = `${[...numbers]
      .reverse()
      .map((number) => `Words [${number}].`)
      .join('\n')}\n\n## References\n\n${numbers.map((number) => entry(number, number)).join('\n\n')}\n`
    expect(after(text, 'renumber')).toBe(
      `${numbers.map((number) => `Words [${number}].`).join('\n')}\n\n## References\n\n${numbers.map((number) => entry(number, 601 - number)).join('\n\n')}\n`,
    )
  })
})

describe('renumber by first citation', () => {
  check([
    {
      name: 'the uncited follow in the order in which they stand',
      before: survey('A [5], b [3].', '1a 2b 3c 4d 5e'),
      after: survey('A [1], b [2].', '1e 2c 3a 4b 5d'),
    },
    {
      name: 'a range goes on meaning the same: it stays one',
      before: survey('A [4]. B [1]-[3] and [1]–[2].', '1a 2b 3c 4d'),
      after: survey('A [1]. B [2]-[4] and [2]–[3].', '1d 2a 3b 4c'),
    },
    {
      name: 'a range whose members part is written out',
      before: survey('A [2]. B [4]. C [1]–[4].', '1a 2b 3c 4d 5e'),
      after: survey('A [1]. B [2]. C [1]–[4].', '1b 2d 3a 4c 5e'),
    },
    {
      name: 'a range with members that now stand apart',
      before: survey('A [4], [5]. B [1], [2]. C [1]–[4].', '1a 2b 3c 4d 5e'),
      after: survey('A [1], [2]. B [3], [4]. C [1], [3]–[5].', '1d 2e 3a 4b 5c'),
    },
    {
      name: 'a dash that was no range does not become one',
      before: survey('A [2]. B [3]. C [1]. D [3]-[1].', '1a 2b 3c'),
      after: survey('A [1]. B [2]. C [3]. D [2], [3].', '1b 2c 3a'),
    },
    {
      name: 'a range in words parts',
      before: survey('See [2] [4]. From [1] to [3].', '1a 2b 3c 4d'),
      after: survey('See [1] [2]. From [1], [3], [4].', '1b 2d 3a 4c'),
    },
    {
      name: 'a range in words stays',
      before: survey('See [4]. [1] to [3], [1] through [2], [1] bis [3], [1] à\n[3], [1] hasta [3].', '1a 2b 3c 4d'),
      after: survey('See [1]. [2] to [4], [2] through [3], [2] bis [4], [2] à\n[4], [2] hasta [4].', '1d 2a 3b 4c'),
    },
    {
      name: 'a range of dots',
      before: survey('See [2] [4]. [1]…[3], [1] ... [3], [1] … [2].', '1a 2b 3c 4d'),
      after: survey('See [1] [2]. [1], [3], [4], [1], [3], [4], [1], [3].', '1b 2d 3a 4c'),
    },
    {
      name: 'what is no range, in words or dots',
      before: survey('See [4]. [3] to [1], [1] to the [3], [1]to[3], [1] into [3], [1].... [3].', '1a 2b 3c 4d'),
      after: survey('See [1]. [2], [3], [3] to the [2], [3]to[2], [3] into [2], [3].... [2].', '1d 2c 3a 4b'),
    },
    {
      name: 'a dash between falling numbers',
      before: survey('See [1] [4]. [5]–[3]', '1a 2b 3c 4d 5e'),
      after: survey('See [1] [2]. [3], [4]', '1a 2d 3e 4c 5b'),
    },
    {
      name: 'several of them',
      before: survey('See [3] [5]–[4]–[2] and [1].', '1a 2b 3c 4d 5e'),
      after: survey('See [1] [2]–[4] and [5].', '1c 2e 3d 4b 5a'),
    },
    {
      name: 'numbers in one pair of brackets',
      before: survey('A [3]. B [1, 3] and [1–2].', '1a 2b 3c'),
      after: survey('A [1]. B [2, 1] and [2–3].', '1c 2a 3b'),
    },
    {
      name: 'a range in brackets that parts',
      before: survey('A [3], [4]. B [1; 2–4].', '1a 2b 3c 4d'),
      after: survey('A [1], [2]. B [3; 1; 2; 4].', '1c 2d 3a 4b'),
    },
    {
      name: 'not in code, comments, math, link text or an array',
      before: survey('A [2]. `[1]` $[1]$ <!-- [1] --> [see [1]](x) a[1] ![1] [1](u) `[1, 2]` [^1] [x]', '1a 2b'),
      after: survey('A [1]. `[1]` $[1]$ <!-- [1] --> [see [1]](x) a[1] ![1] [1](u) `[1, 2]` [^1] [x]', '1b 2a'),
    },
    {
      name: 'a number that is cited and not in the list stays, and nobody gets it',
      before: survey('A [5]. B [2]. C [9].', '5a 8b'),
      after: survey('A [1]. B [2]. C [9].', '1a 3b'),
    },
    {
      name: 'entries that refer to others go on doing so',
      before:
        'A [2].\n\n## References\n\n[1] One, https://a.org. See [2], https://b.org/[2].\n\n[2] Two, https://b.org\n',
      after:
        'A [1].\n\n## References\n\n[1] Two, https://b.org\n\n[2] One, https://a.org. See [1], https://b.org/[2].\n',
    },
    {
      name: 'link definitions move along, and so do links to them',
      before:
        "A [[2]], b [[1]], [text][2] and [`code`][1].\n\n## References\n\n[[1]] One, https://a.org\n\n[1]: https://a.org 'One'\n\n[[2]] Two,\nhttps://b.org\n\n[2]: https://b.org 'Two\n[1] of it'\n",
      after:
        "A [[1]], b [[2]], [text][1] and [`code`][2].\n\n## References\n\n[[1]] Two,\nhttps://b.org\n\n[1]: https://b.org 'Two\n[1] of it'\n\n[[2]] One, https://a.org\n\n[2]: https://a.org 'One'\n",
    },
    {
      name: 'link definitions at the end stay in order',
      before:
        'A [[2]](https://b.org), b [[1]].\n\n## References\n\n[[1]] One\n\n[[2]] Two\n\n[1]: https://a.org\n[2]: https://b.org',
      after:
        'A [[1]](https://b.org), b [[2]].\n\n## References\n\n[[1]] Two\n\n[[2]] One\n\n[1]: https://b.org\n[2]: https://a.org',
    },
    {
      name: 'a remark below an entry, and a comment about it, go with it',
      before:
        'A [2].\n\n## References\n\n[1] One, https://a.org\n\nThe best of all.\n\n<!-- survey-disable-next-line -->\n[2] Two, https://b.org\n\nThe second best.\n',
      after:
        'A [1].\n\n## References\n\n<!-- survey-disable-next-line -->\n[1] Two, https://b.org\n\nThe second best.\n\n[2] One, https://a.org\n\nThe best of all.\n',
    },
    {
      name: 'definitions that stand together are no remark below the entry above them',
      before: 'A [2].\n\n## References\n\n[1] One\n\n[2] Two\n\n[1]: https://a.org\n[2]: https://b.org\n\n[3] Three\n',
      after: 'A [1].\n\n## References\n\n[1] Two\n\n[2] One\n\n[1]: https://b.org\n[2]: https://a.org\n\n[3] Three\n',
    },
    {
      name: 'nor below the last one, where the others have remarks',
      before:
        'A [3], [2].\n\n## References\n\n[1] One\n\nFine.\n\n[2] Two\n\nBetter.\n\n[3] Three\n\nBest.\n\n[1]: https://a.org\n[2]: https://b.org\n[3]: https://c.org\n',
      after:
        'A [1], [2].\n\n## References\n\n[1] Three\n\nBest.\n\n[2] Two\n\nBetter.\n\n[3] One\n\nFine.\n\n[1]: https://c.org\n[2]: https://b.org\n[3]: https://a.org\n',
    },
    {
      name: 'a definition that is only begun would swallow the entry below it',
      before: 'A [2].\n\n## References\n\n1. One\n2. Two\n\n[2]:',
      after:
        'Refused: The link definition below [2] has no address yet, so the entry cannot be moved. Finish it first.',
    },
    {
      name: 'entries stay below the headings of the list',
      before:
        'A [3], b [2].\n\n## References\n\n### Books\n\n[1] One, https://a.org\n\n[2] Two, https://b.org\n\n### Papers\n\n[3] Three, https://c.org\n',
      after:
        'A [1], b [2].\n\n## References\n\n### Books\n\n[2] Two, https://b.org\n\n[3] One, https://a.org\n\n### Papers\n\n[1] Three, https://c.org\n',
    },
    {
      name: 'items of an ordered list',
      before: 'A [2].\n\n## References\n\n1. One, https://a.org\n2. Two, https://b.org\n\n   More about it.\n',
      after: 'A [1].\n\n## References\n\n1. Two, https://b.org\n\n   More about it.\n2. One, https://a.org\n',
    },
    {
      name: 'items of a list of nothing but ones',
      before: 'A [3].\n\n## References\n\n1. One, https://a.org\n1. Two, https://b.org\n1. Three, https://c.org',
      after: 'A [1].\n\n## References\n\n1. Three, https://c.org\n1. One, https://a.org\n1. Two, https://b.org',
    },
    {
      name: 'a list that is nothing but link definitions',
      before: 'A [[2]], b [[1]].\n\n## References\n\n[1]: https://a.org\n[2]: https://b.org\n',
      after: 'A [[1]], b [[2]].\n\n## References\n\n[1]: https://b.org\n[2]: https://a.org\n',
    },
    {
      name: 'emoji, CJK and a text that ends with its last entry',
      before: '😀漢字[2]。等离子 [1]👩‍🚀\n\n## References\n\n[1] 一、https://a.org\n\n[2] 😀 二、https://b.org',
      after: '😀漢字[1]。等离子 [2]👩‍🚀\n\n## References\n\n[1] 😀 二、https://b.org\n\n[2] 一、https://a.org',
    },
  ])
})

describe('addresses behind numbers', () => {
  const to = (letter: string, number: number): string => `[[${number}]](https://${letter}.org)`
  const [id, choices] = ['swap-references', { first: '1', second: '2' }]
  check([
    {
      name: 'a range of links whose ends are others now leads to those',
      before: survey(`See [3]. ${to('a', 1)}–${to('e', 5)}`, '1a 2b 3c 4d 5e'),
      after: survey(`See [1]. ${to('c', 1)}–${to('e', 5)}`, '1c 2a 3b 4d 5e'),
    },
    {
      name: 'a range of links that parts is written out, each with its own',
      before: survey(`See [2] [4]. ${to('a', 1)}–${to('c', 3)}`, '1a 2b 3c 4d'),
      after: survey(`See [1] [2]. ${to('b', 1)}, ${to('a', 3)}, ${to('c', 4)}`, '1b 2d 3a 4c'),
    },
    {
      name: 'two that swap inside a range',
      id,
      choices,
      before: survey(`See ${to('a', 1)}–${to('b', 2)} and ${to('a', 1)} to [[3]].`, '1a 2b 3c'),
      after: survey(`See ${to('b', 1)}–${to('a', 2)} and ${to('b', 1)} to [[3]].`, '1b 2a 3c'),
    },
    {
      name: 'one end alone leads somewhere',
      id,
      choices,
      before: survey(`See [1]–${to('c', 3)} and ${to('a', 1)}–[3].`, '1a 2b 3c'),
      after: survey(`See [1]–${to('c', 3)} and ${to('b', 1)}–[3].`, '1b 2a 3c'),
    },
    {
      name: 'an address that its source does not have, as that of a page, is not hidden in a range',
      id,
      choices,
      before: survey('See [[1]](https://a.org/#page=7)–[[3]](https://c.org).', '1a 2b 3c'),
      after: survey(`See ${to('b', 1)}, [[2]](https://a.org/#page=7), ${to('c', 3)}.`, '1b 2a 3c'),
    },
    {
      name: 'nor lost where two become one',
      id: 'merge-references',
      before: survey('See [1], [[2]](https://a.org/#page=7).', '1a 2a'),
      after: survey('See [1], [[1]](https://a.org/#page=7).', '1a'),
    },
    {
      name: 'parentheses, titles, angle brackets and numbers in an address',
      id,
      choices,
      before: survey(
        'See [[1]](https://a.org/x_(y))–[[3]](<https://c.org>), [[1]](https://a.org "A [1]"), [[1]](https://a.org/[2])[[3]].',
        '1a 2b 3c',
      ),
      after: survey(
        `See ${to('b', 1)}, [[2]](https://a.org/x_(y)), [[3]](<https://c.org>), [[2]](https://a.org "A [1]"), [[2]](https://a.org/[2])[[3]].`,
        '1b 2a 3c',
      ),
    },
    {
      name: 'what is removed takes its address along',
      id: 'remove-reference',
      choices: { number: '1', citations: 'remove' },
      before: survey('See [[1]](https://a.org/x_(y)), [2] and [[1]](https://a.org "A")–[3].', '1a 2b 3c'),
      after: survey(`See [1] and ${to('b', 1)}–[2].`, '1b 2c'),
    },
  ])
})

describe('blanks and line breaks inside citations', () => {
  check([
    {
      name: 'numbers in one pair of brackets',
      before: survey('See [3]. [1,  2] [1 , 2] [1,\n2] and\n\n> in quotes [1,\n> 2–\n> 3]', '1a 2b 3c'),
      after: survey('See [1]. [2,  3] [2 , 3] [2,\n3] and\n\n> in quotes [2,\n> 1, 3]', '1c 2a 3b'),
    },
    {
      name: 'a range',
      before: survey('See [4]. [1]\n–[3], [1] –\n[2], [1]  to  [2].\n\n> [1]–\n> [3]', '1a 2b 3c 4d'),
      after: survey('See [1]. [2]\n–[4], [2] –\n[3], [2]  to  [3].\n\n> [2]–\n> [4]', '1d 2a 3b 4c'),
    },
    {
      name: 'numbers in brackets right beside others',
      before: survey('See [3] [1, 2][3] [1][2, 3].', '1a 2b 3c'),
      after: survey('See [1] [2, 3][1] [2][3, 1].', '1c 2a 3b'),
    },
    {
      name: 'an accented letter is a word, and no array',
      before: survey('See [2]. É[1], é[1], a[1], α[1].', '1a 2b'),
      after: survey('See [1]. É[2], é[2], a[1], α[1].', '1b 2a'),
    },
  ])
})

describe('a dash between brackets with several numbers and a neighbour', () => {
  const refused = (words: string): string =>
    `Refused: “${words}” may mean the numbers between, too, which would part. Write them out first.`
  check([
    {
      name: 'what stays a range of the same',
      id: 'remove-reference',
      choices: { number: '1' },
      before: survey('See [2, 3]–[5].', '1a 2b 3c 4d 5e'),
      after: survey('See [1, 2]–[4].', '1b 2c 3d 4e'),
    },
    {
      name: 'what would part',
      before: survey('See [3]. [2, 1]–[4].', '1a 2b 3c 4d'),
      after: refused('[2, 1]–[4]'),
    },
    {
      name: 'what would be left without an end',
      id: 'remove-reference',
      choices: { number: '1', citations: 'remove' },
      before: survey('See [1]–[2, 3].', '1a 2b 3c'),
      after: refused('[1]–[2, 3]'),
    },
  ])
})

describe('renumber as the list stands, or without gaps', () => {
  check([
    {
      name: 'as it stands: no entry moves',
      choices: { by: 'list' },
      before: survey('A [3]-[5], [9].', '9a 3b 4c 5d'),
      after: survey('A [2]-[4], [1].', '1a 2b 3c 4d'),
    },
    {
      name: 'gaps: the order of the numbers stays',
      choices: { by: 'gaps' },
      before: survey('A [3]-[5], [9].', '9a 3b 5d'),
      after: survey('A [1]-[2], [3].', '3a 1b 2d'),
    },
    {
      name: 'two uncited entries with one number are told apart',
      choices: { by: 'gaps' },
      before: survey('A [1], b [3].', '1a 2b 2c 3d'),
      after: survey('A [1], b [4].', '1a 2b 3c 4d'),
    },
    {
      name: 'copies of one entry stay together, for merging',
      choices: { by: 'gaps' },
      before: survey('A [2].', '2a 2a 4b'),
      after: survey('A [1].', '1a 1a 2b'),
    },
    {
      name: 'a link definition of no entry does not become that of one',
      choices: { by: 'gaps' },
      before: 'A [1], [3], [text][2].\n\n## References\n\n[1] One\n\n[3] Three\n\n[2]: https://elsewhere.org\n',
      after: 'A [1], [2], [text][4].\n\n## References\n\n[1] One\n\n[2] Three\n\n[4]: https://elsewhere.org\n',
    },
  ])
})

test('copies of an entry keep one number, which is told', () => {
  expect(planned(HEAD + survey('A [1], [2], [3].', '1a 2b 2b 3c'), 'renumber', {})).toMatchObject({
    edits: [],
    notes: ['“Source b” is listed twice as [2] and keeps one number. Merge the two first (merge-references).'],
  })
  expect(planned(HEAD + survey('A [1], [2].', '1a 2b'), 'renumber', {})).toMatchObject({ edits: [], notes: [] })
})

describe('sort', () => {
  check([
    {
      name: 'by number, entries only move',
      id: 'sort-references',
      before: survey('A [3], b [1].', '3a 1b 2c'),
      after: survey('A [3], b [1].', '1b 2c 3a'),
    },
    {
      name: 'by title',
      id: 'sort-references',
      choices: { by: 'title' },
      before: survey('A [1]-[2], b [3].', '1c 2a 3b'),
      after: survey('A [1], [3], b [2].', '1a 2b 3c'),
    },
    {
      name: 'by author',
      id: 'sort-references',
      choices: { by: 'author' },
      before:
        '[1], [2]\n\n## References\n\n[1] Z. Adams and B. Cole, "Tea" [online]. Available: <https://a.org>.\n\n[2] A. Young and B. Cole, "Coffee" [online]. Available: <https://b.org>.\n',
      after:
        '[2], [1]\n\n## References\n\n[1] A. Young and B. Cole, "Coffee" [online]. Available: <https://b.org>.\n\n[2] Z. Adams and B. Cole, "Tea" [online]. Available: <https://a.org>.\n',
    },
  ])
})

describe('merge', () => {
  const id = 'merge-references'
  check([
    {
      name: 'all with one address',
      id,
      before: survey('A [1], [3] and [3], [2]. B [4].', '1a 2b 3a 4c'),
      after: survey('A [1], [2]. B [3].', '1a 2b 3c'),
    },
    {
      name: 'two, and the others keep their numbers',
      id,
      choices: { keep: '3', drop: '1', gap: 'leave' },
      before: survey('A [1], [3]. B [2].', '1a 2b 3a'),
      after: survey('A [3]. B [2].', '2b 3a'),
    },
    {
      name: 'in brackets and ranges',
      id,
      before: survey('A [1, 4]. B [1]-[4]. C [4], [5].', '1a 2b 3c 4a 5d'),
      after: survey('A [1]. B [1]-[3]. C [1], [4].', '1a 2b 3c 4d'),
    },
    {
      name: 'what was written twice before stays',
      id,
      before: survey('A [4], [4]. B [1] [3].', '1a 2b 3a 4c'),
      after: survey('A [3], [3]. B [1].', '1a 2b 3c'),
    },
    {
      name: 'its link definition goes along',
      id,
      choices: { keep: '1', drop: '2' },
      before:
        'A [[2]].\n\n## References\n\n[[1]] One, https://a.org\n\n[1]: https://a.org\n\n[[2]] One again, https://www.a.org/\n\n[2]: https://www.a.org/\n',
      after: 'A [[1]].\n\n## References\n\n[[1]] One, https://a.org\n\n[1]: https://a.org\n',
    },
    {
      name: 'what stands right below a definition that goes does not come to stand below another entry',
      id,
      choices: { keep: '1' },
      before:
        'A [2].\n\n## References\n\n[1] One, https://a.org\n\n[2] One, https://a.org\n\n[3]\n\n[2]: https://a.org\nA remark.\n',
      after: 'A [1].\n\n## References\n\n[1] One, https://a.org\n\n[2]\n\nA remark.\n',
    },
    {
      name: 'two with different addresses are not one source',
      id,
      choices: { keep: '1', drop: '2' },
      before: survey('A [1], [2].', '1a 2b'),
      after:
        'Refused: [1] and [2] do not have the same address: “Source a” and “Source b”. If they are one source, correct one of them first.',
    },
    {
      name: 'one of two is not enough',
      id,
      choices: { drop: '1' },
      before: survey('A [1].', '1a'),
      after: 'Refused: Name both: the reference that stays (“keep”) and the one that goes (“drop”).',
    },
    {
      name: 'what is to stay has no duplicate',
      id,
      choices: { keep: '2' },
      before: survey('A [1].', '1a 2b 3a'),
      after: 'Refused: [2] has no duplicate. Name the one to merge into it, too (“drop”).',
    },
    {
      name: 'not both of two that are one source',
      id,
      choices: { keep: '1,3' },
      before: survey('A [1].', '1a 2b 3a'),
      after: 'Refused: [1] and [3] are one source. Keep one of them.',
    },
    {
      name: 'those that are named stay, and the fuller of the others',
      id,
      choices: { keep: '3' },
      before: survey('A [1], [2], [3], [4].', '1a 2b 3a 4b'),
      after: survey('A [2], [1].', '1b 2a'),
    },
  ])

  test('of two with one number one is removed', () => {
    expect(planned(HEAD + survey('A [1], [2].', '1a 2b 2b'), id, {})).toMatchObject({
      changes: [{ subject: 'Source b', before: '[2]', after: 'removed' }],
    })
  })

  const list = (...entries: readonly string[]): string => `${HEAD}A [2].\n\n## References\n\n${entries.join('\n\n')}\n`
  const bare = 'Plasma, https://plasma.io, Date accessed: 2018-06-07.'
  const full = 'Plasma: a primer, J. Poon and V. Buterin, https://www.plasma.io/, Date accessed: 2018-06-07.'

  test.each([
    ['authors', bare, full],
    ['an access date', 'Plasma, https://plasma.io, Date accessed: 2018-06-??.', bare],
    ['a title', '???, https://plasma.io, Date accessed: 2018-06-07.', bare],
    ['a remark', bare, `${bare}\n\nThe best of all.\n\n[3] Three, https://c.org`],
    ['a link definition', bare, `${bare}\n\n[2]: https://plasma.io`],
    ['all the words, and more', bare, 'Plasma (white paper), https://plasma.io, Date accessed: 2018-06-07.'],
  ])('the entry with %s stays, wherever it stands', (_, poorer, fuller) => {
    expect(planned(list(`[1] ${poorer}`, `[2] ${fuller}`), id, {})).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ before: '[1]', after: 'merged into [1]' })]),
    })
    expect(planned(list(`[2] ${fuller}`, `[1] ${poorer}`), id, {})).toMatchObject({
      changes: expect.arrayContaining([expect.objectContaining({ before: '[1]', after: 'merged into [1]' })]),
    })
  })

  test('of two that say as much the first stays', () => {
    expect(planned(list(`[1] ${bare}`, `[2] ${bare.replace('Plasma', 'Plasm')}`), id, {})).toMatchObject({
      changes: [{ before: '[2]', after: 'merged into [1]' }],
    })
  })

  test('what would be lost is told, and how it would be the other way round', () => {
    const text = list(`[1] ${bare}`, `[2] ${full.replace('06-07', '06-14')}\n\nA remark.`, '[3] Three, https://c.org')
    expect(planned(text, id, {})).toMatchObject({
      changes: [
        { before: '[1]', after: 'merged into [1]' },
        { before: '[2]', after: '[1]' },
        { before: '[3]', after: '[2]' },
      ],
      losses: ['[1] is removed; [2] stays and becomes [1]. Lost: access date 2018-06-07.'],
      alternatives: [
        {
          title: 'Keep [1], not [2]',
          detail:
            'lost: title “Plasma: a primer”, authors “J. Poon and V. Buterin”, access date 2018-06-14 and remark “A remark.”',
          choices: { keep: '1', gap: 'close' },
        },
      ],
    })
    expect(planned(text, id, { keep: '1' })).toMatchObject({
      losses: [
        '[2] is removed; [1] stays. Lost: title “Plasma: a primer”, authors “J. Poon and V. Buterin”, access date 2018-06-14 and remark “A remark.”.',
      ],
      alternatives: [{ title: 'Keep [2], not [1]', detail: 'lost: access date 2018-06-07', choices: { keep: '2' } }],
    })
    expect(planned(text, id, { keep: '1', drop: '2', gap: 'leave' })).toMatchObject({
      alternatives: [{ title: 'Keep [2], not [1]', choices: { keep: '2', drop: '1', gap: 'leave' } }],
    })
  })

  test('where nothing is lost, that one goes is worth knowing', () => {
    expect(planned(list(`[1] ${bare}`, '[2] https://plasma.io, Plasma'), id, {})).toMatchObject({
      losses: [],
      notes: ['[2] is removed; [1] stays.'],
      alternatives: [{ detail: 'lost: access date 2018-06-07' }],
    })
  })

  test('words that no field has are told, too', () => {
    expect(
      planned(list(`[1] ${bare}`, `[2] ${bare.replace('.io', '.io, Proc. Crypto')}`), id, { keep: '1' }),
    ).toMatchObject({
      losses: ['[2] is removed; [1] stays. Lost: the words “proc crypto”.'],
    })
  })
})

describe('insert and remove', () => {
  const [insert, remove] = ['insert-reference', 'remove-reference']
  const fresh = (text: string, number: number): string =>
    text.replace(/\[\d+\] Source z.*/u, `[${number}] ???, ???, Date accessed: 2020-02-03.`)
  const accessed = '2020-02-03'
  check([
    {
      name: 'in the middle',
      id: insert,
      choices: { number: '2', accessed },
      before: survey('A [1]-[3]. B [2, 3]. C [9].', '1a 2b 3c'),
      after: fresh(survey('A [1], [3], [4]. B [3, 4]. C [10].', '1a 2z 3b 4c'), 2),
    },
    {
      name: 'at the start and at the end',
      id: insert,
      choices: { number: '1', accessed },
      before: survey('A [1].', '1a'),
      after: fresh(survey('A [2].', '1z 2a'), 1),
    },
    {
      name: 'behind the last',
      id: insert,
      choices: { number: '2', accessed },
      before: survey('A [1].', '1a'),
      after: fresh(survey('A [1].', '1a 2z'), 2),
    },
    {
      name: 'into a list of nothing but ones',
      id: insert,
      choices: { number: '2', accessed },
      before: 'A [2].\n\n## References\n\n1. One\n1. Two\n',
      after: `A [3].\n\n## References\n\n1. One\n1. ???, ???, Date accessed: ${accessed}.\n1. Two\n`,
    },
    {
      name: 'not far behind the last',
      id: insert,
      choices: { number: '4' },
      before: survey('A [1].', '1a'),
      after: 'Refused: The list ends at [1], so the next reference is [2], not [4].',
    },
    {
      name: 'what nobody cites is removed',
      id: remove,
      choices: { number: '2' },
      before: survey('A [1], [3].', '1a 2b 3c'),
      after: survey('A [1], [2].', '1a 2c'),
    },
    {
      name: 'what is cited is not',
      id: remove,
      choices: { number: '2' },
      before: survey('A [1]-[3], [2].', '1a 2b 3c'),
      after: 'Refused: [2] is cited 2 times. Remove those citations first, or choose “citations” remove.',
    },
    {
      name: 'unless its citations are to go, too',
      id: remove,
      choices: { number: '2', citations: 'remove' },
      before: survey('A [2], [3]. B ([2]). C [1]-[3] and [2]. D [2, 3], [2]-[3].\n\n[2] E.', '1a 2b 3c'),
      after: survey('A [2]. B. C [1]-[2]. D [2], [2].\n\nE.', '1a 2c'),
    },
    {
      name: 'what a link leads to is not',
      id: remove,
      choices: { number: '1', citations: 'remove' },
      before: '[text][1]\n\n## References\n\n[1] One\n\n[1]: https://a.org\n',
      after: 'Refused: A link in the text leads to the definition of [1]. Change that link first.',
    },
    {
      name: 'what is not there',
      id: remove,
      choices: { number: '7' },
      before: survey('A [1].', '1a'),
      after: 'Refused: The list has no [7].',
    },
  ])
})

describe('swap and move', () => {
  check([
    {
      name: 'two change their numbers and places',
      id: 'swap-references',
      choices: { first: '1', second: '3' },
      before: survey('A [1]-[2], [3].', '1a 2b 3c'),
      after: survey('A [2]-[3], [1].', '1c 2b 3a'),
    },
    {
      name: 'with a number that is free',
      id: 'swap-references',
      choices: { first: '1', second: '3' },
      before: survey('A [1], [2].', '1a 2b 4c'),
      after: survey('A [3], [2].', '2b 3a 4c'),
    },
    {
      name: 'not with what stands in the text as a year',
      id: 'swap-references',
      choices: { first: '1', second: '2018' },
      before: survey('A [1] in [2018].', '1a'),
      after: 'Refused: [2018] stands in the text as a year, and would cite this reference. Choose another number.',
    },
    {
      name: 'not one that the list does not have',
      id: 'swap-references',
      choices: { first: '9', second: '1' },
      before: survey('A [1].', '1a'),
      after: 'Refused: The list has no [9].',
    },
    {
      name: 'in a list in no order, only their numbers',
      id: 'swap-references',
      choices: { first: '1', second: '3' },
      before: survey('A [1], [3].', '3c 1a 2b'),
      after: survey('A [3], [1].', '1c 3a 2b'),
    },
    {
      name: 'one moves up',
      id: 'move-reference',
      choices: { from: '4', to: '2' },
      before: survey('A [1], [2], [3], [4], [5].', '1a 2b 3c 4d 5e'),
      after: survey('A [1], [3], [4], [2], [5].', '1a 2d 3b 4c 5e'),
    },
    {
      name: 'one moves down',
      id: 'move-reference',
      choices: { from: '1', to: '3' },
      before: survey('A [1]–[3], [4].', '1a 2b 3c 4d'),
      after: survey('A [1]–[3], [4].', '1b 2c 3a 4d'),
    },
    {
      name: 'a range to a number that is not in the list goes on showing it',
      id: 'move-reference',
      choices: { from: '4', to: '6' },
      before: survey('A [4]-[6].', '1a 4b 5c 7d'),
      after: survey('A [4], [5], [6].', '1a 4c 6b 7d'),
    },
    {
      name: 'not beyond the end',
      id: 'move-reference',
      choices: { from: '1', to: '9' },
      before: survey('A [1].', '1a'),
      after: 'Refused: The list ends at [1], so a reference cannot become [9].',
    },
  ])
})

describe('brackets with a number that the list does not have', () => {
  const unclear = (words: string, listed: number, absent: number): string =>
    `Refused: “${words}” may cite [${listed}], but the list has no [${absent}], so nobody can tell. Correct it, or put it into code if it is no citation.`
  check([
    {
      name: 'a number that would mean another source',
      before: survey('See [3], [1, 9], [2].', '1a 2b 3c'),
      after: unclear('[1, 9]', 1, 9),
    },
    {
      name: 'a range that is listed in part',
      before: survey('See [3], [2-5], [1].', '1a 2b 3c'),
      after: unclear('[2-5]', 2, 4),
    },
    {
      name: 'none that changes',
      before: survey('See [1], [3], [1, 9], [2].', '1a 2b 3c'),
      after: survey('See [1], [2], [1, 9], [3].', '1a 2c 3b'),
    },
    {
      name: 'an interval from 0',
      before: survey('See [2] within [0, 1], [1].', '1a 2b'),
      after: survey('See [1] within [0, 1], [2].', '1b 2a'),
    },
    {
      name: 'none of them listed',
      before: survey('See [2] at [7, 8], [1].', '1a 2b'),
      after: survey('See [1] at [7, 8], [2].', '1b 2a'),
    },
    {
      name: 'numbers with a 0 in front',
      before: survey('See [02], [01].', '01a 02b').replace('[01].', '[2].'),
      after:
        'Refused: The list writes its numbers with a 0 in front, such as 01. Text that cites them so, [01], would not follow. Write them without the 0 first, in the list and in the text.',
    },
    {
      name: 'in code',
      before: survey('See [2] within `[1, 9]`, [1].', '1a 2b'),
      after: survey('See [1] within `[1, 9]`, [2].', '1b 2a'),
    },
    {
      name: 'removing',
      id: 'remove-reference',
      choices: { number: '1' },
      before: survey('See [2], [1, 9].', '1a 2b'),
      after: unclear('[1, 9]', 1, 9),
    },
    {
      name: 'removing below another',
      id: 'remove-reference',
      choices: { number: '1' },
      before: survey('See [3], [2, 9].', '1a 2b 3c'),
      after: unclear('[2, 9]', 2, 9),
    },
    {
      name: 'inserting',
      id: 'insert-reference',
      choices: { number: '1' },
      before: survey('See [1; 9].', '1a'),
      after: unclear('[1; 9]', 1, 9),
    },
    {
      name: 'swapping with the number that is not there',
      id: 'swap-references',
      choices: { first: '2', second: '9' },
      before: survey('See [1, 9], [2].', '1a 2b'),
      after: unclear('[1, 9]', 1, 9),
    },
    {
      name: 'none of them listed, until there are more references',
      id: 'insert-reference',
      choices: { number: '1' },
      before: survey('See [1], [3, 5].', '1a 2b 4c'),
      after:
        'Refused: “[3, 5]” is no citation now, but would be one with the new numbers. Correct it, or put it into code.',
    },
    {
      name: 'merging',
      id: 'merge-references',
      before: survey('See [1], [2], [3, 9].', '1a 2a 3c'),
      after: unclear('[3, 9]', 3, 9),
    },
    {
      name: 'sorting',
      id: 'sort-references',
      choices: { by: 'title' },
      before: survey('See [1, 9], [2].', '1b 2a'),
      after: unclear('[1, 9]', 1, 9),
    },
  ])
})

describe('a second list outside the references', () => {
  const text = (prose: string, other: string, list = '1a 2b'): string =>
    survey(prose, list).replace('## References', `## Further reading\n\n${other}\n\n## References`)
  const refused =
    'Refused: [1] stands in two lists: in the references, and where “Title other” has that number. Nobody can tell which of the two is meant. Give one of them another number, or bring the two lists together.'
  check([
    { name: 'renumbering', before: text('See [2] [1].', '[1] Title other, https://other.org'), after: refused },
    {
      name: 'removing with the citations',
      id: 'remove-reference',
      choices: { number: '1', citations: 'remove' },
      before: text('See [2] [1].', '[1] Title other, https://other.org'),
      after: refused,
    },
    {
      name: 'swapping, with an access date alone',
      id: 'swap-references',
      choices: { first: '1', second: '2' },
      before: text('See [2] [1].', '- [1] Title other, Date accessed: 2018-06-07.'),
      after: refused,
    },
    {
      name: 'behind the references',
      before: `${survey('See [2] [1].', '1a 2b')}\n## Further reading\n\n[1] Title other, https://other.org\n`,
      after: refused,
    },
    {
      name: 'of a number that stays',
      before: text('See [1] [3].', '[1] Title other, https://other.org', '1a 2b 3c'),
      after: text('See [1] [2].', '[1] Title other, https://other.org', '1a 2c 3b'),
    },
    {
      name: 'a paragraph that begins with a citation is no entry',
      before: text('See [2] [1].', '[1] says so.'),
      after: text('See [1] [2].', '[2] says so.', '1b 2a'),
    },
  ])
})

describe('renumber initiatives', () => {
  const choices = { what: 'initiatives' }
  const text = (one: string, other: string, prose: string): string =>
    `## Current initiatives\n\n### ${one}\n\n#### Strengths\n\n${prose}\n\n### #? What else?\n\n### ${other}\n\n#### Strengths\n\nFast.\n`
  check([
    {
      name: 'as they stand',
      choices,
      before: text('#2 Tea', '#5 Coffee', 'Words.'),
      after: text('#1 Tea', '#2 Coffee', 'Words.'),
    },
    {
      name: 'gaps: the order stays',
      choices: { ...choices, by: 'gaps' },
      before: text('#5 Tea', '#2 Coffee', 'Words.'),
      after: text('#2 Tea', '#1 Coffee', 'Words.'),
    },
    {
      name: 'gaps, where two have one number',
      choices: { ...choices, by: 'gaps' },
      before: text('#1 Tea', '#1 Coffee', 'Words.'),
      after:
        'Refused: Two initiatives have the number 1, so their numbers do not say which comes first. Number them as they stand (--by list), or give one of them a number of its own.',
    },
    {
      name: 'what names one follows',
      choices,
      before: text('#2 Tea', '#5 Coffee', 'See #5, (#2), #5 Coffee, [it](#5-coffee); issue #5, `see #5`, x#5.'),
      after: text('#1 Tea', '#2 Coffee', 'See #2, (#1), #2 Coffee, [it](#2-coffee); issue #5, `see #5`, x#5.'),
    },
    {
      name: 'every form of a link to a heading leads there still, and says its number',
      choices,
      before: text(
        '#2 Tea',
        '#1 Cocoa',
        '- [#2 Tea](#2-tea), [Tea](#2-tea "x"), [Tea](<#2-tea>), [Cocoa][c], [elsewhere](other.md#2-tea)\n\n[c]: #1-cocoa "Cocoa"',
      ),
      after: text(
        '#1 Tea',
        '#2 Cocoa',
        '- [#1 Tea](#1-tea), [Tea](#1-tea "x"), [Tea](<#1-tea>), [Cocoa][c], [elsewhere](other.md#2-tea)\n\n[c]: #2-cocoa "Cocoa"',
      ),
    },
    {
      name: 'what may mean two is refused',
      choices,
      before: text('#2 Tea', '#2 Coffee', 'See #2.'),
      after:
        'Refused: “See #2” may mean two initiatives, as two have the number 2. Give one of them a number of its own.',
    },
  ])

  test('what only looks like one is noted', () => {
    expect(planned(text('#2 Tea', '#5 Coffee', 'The issue #5 is open.'), 'renumber', choices)).toMatchObject({
      notes: ['“The issue #5” stays as it is. If it means an initiative, correct it by hand.'],
    })
  })
})

test.each<[Choices, string]>([
  [{ by: 'size' }, '“by” must be one of citation, list, gaps, not “size”.'],
  [{ size: '1' }, 'There is no option “size” here.'],
])('%j is refused', (choices, refused) => {
  expect(planned('', 'renumber', choices)).toEqual({ refused, isChoice: true })
})

test.each(['2020-13-01', '2020-02-30', '2020-1-1', '0000-00-00', '2020-01-01x'])('%s is no day', (accessed) => {
  expect(planned('', 'insert-reference', { number: '1', accessed })).toEqual({
    refused: `“accessed” must be a day of the calendar as YYYY-MM-DD, not “${accessed}”.`,
    isChoice: true,
  })
})

test('a plan tells old and new numbers in the order of the text, and what stays', () => {
  const outcome = planned(HEAD + survey('A [1], [3] and [1, 7].', '1a 3b 2c'), 'renumber', {})
  expect(outcome).toMatchObject({
    changes: [
      { subject: 'Source b', before: '[3]', after: '[2]' },
      { subject: 'Source c', before: '[2]', after: '[3]' },
    ],
    losses: [],
    notes: ['“[1, 7]” stays as it is, as the list does not have all of its numbers.'],
  })
})

describe('footnotes', () => {
  check([
    {
      name: 'what is indented below one moves along, what stands between them stays',
      before:
        'A[^2] and b[^1].\n\n[^1]: Source a\n\n    More of a.\n[^2]: Source b\n  goes on.\n\nProse[^3].\n\n[^3]: See [^1].\n',
      after:
        'A[^1] and b[^2].\n\n[^1]: Source b\n  goes on.\n[^2]: Source a\n\n    More of a.\n\nProse[^3].\n\n[^3]: See [^2].\n',
    },
    {
      name: 'among the prose they get other numbers where they stand',
      before: 'A[^2].\n\n[^2]: Source b\n\nB[^1].\n\n[^1]: Source a\n',
      after: 'A[^1].\n\n[^1]: Source b\n\nB[^2].\n\n[^2]: Source a\n',
    },
    {
      name: 'one goes, and what cites it',
      id: 'remove-reference',
      choices: { number: '1', citations: 'remove' },
      before: 'A[^1][^2], `[^1]`.\n\n[^1]: Source a\n\n    More of a.\n[^2]: Source b\n',
      after: 'A[^1], `[^1]`.\n\n[^1]: Source b\n',
    },
    {
      name: 'one is inserted behind all of the one before',
      id: 'insert-reference',
      choices: { number: '2' },
      before: 'A[^1][^2].\n\n[^1]: Source a\n\n    More of a.\n\n[^2]: Source b\n',
      after:
        'A[^1][^3].\n\n[^1]: Source a\n\n    More of a.\n\n[^2]: ???, ???, Date accessed: ????-??-??.\n\n[^3]: Source b\n',
    },
    {
      name: 'names and numbers in brackets are not theirs',
      id: 'swap-references',
      choices: { first: '1', second: '2' },
      before: 'A[^1], [1], [1, 2], [^a].\n\n[^a]: Note\n[^1]: Source a\n[^2]: Source b\n',
      after: 'A[^2], [1], [1, 2], [^a].\n\n[^a]: Note\n[^1]: Source b\n[^2]: Source a\n',
    },
  ])
})

describe('an ordered list, which Markdown counts', () => {
  check([
    {
      name: 'its lines move',
      before: 'A [2], [1].\n\n## Sources\n\n1. Source a\n2. Source b\n3. Source c\n',
      after: 'A [1], [2].\n\n## Sources\n\n1. Source b\n2. Source a\n3. Source c\n',
    },
    {
      name: 'gets no gap by a number that nothing had',
      id: 'swap-references',
      choices: { first: '1', second: '9' },
      before: 'A [2].\n\n## Sources\n\n1. Source a\n2. Source b\n',
      after:
        'Refused: Markdown counts the items of this list, so “Source a” would be shown as 3, not 9. Leave no gaps in its numbers.',
    },
    {
      name: 'a new one counts',
      id: 'insert-reference',
      choices: { number: '2' },
      before: 'A [2].\n\n## Sources\n\n1. Source a\n2. Source b\n',
      after: 'A [3].\n\n## Sources\n\n1. Source a\n2. ???, ???, Date accessed: ????-??-??.\n3. Source b\n',
    },
  ])
})

test('a number with the name of its link definition is changed in both places', () => {
  expect(
    after('A [[2]][2], [[1]][1].\n\n## References\n\n[1] a, https://a.org\n\n[2] b, https://b.org\n', 'renumber'),
  ).toBe('A [[1]][1], [[2]][2].\n\n## References\n\n[1] b, https://b.org\n\n[2] a, https://a.org\n')
})
