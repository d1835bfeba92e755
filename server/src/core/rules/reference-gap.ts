import type { Rule } from './rule'

/** A number that is cited, but not listed, is left to `undefined-citation`. */
export const referenceGap: Rule = {
  code: 'reference-gap',
  severity: 'hint',
  summary: 'The reference list skips numbers.',
  rationale: 'A gap is where a reference was removed; a reader wonders what is missing.',
  reads: ['citations', 'numbers'],
  example: {
    bad: `---
survey: true
---
Plasma is young [1] and fast [4].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[4] Loom Network, https://loomx.io, Date accessed: 2018-06-07.
 ^ reference-gap: The list has no [2] and no [3]. Renumber the references, or put back what was removed.
`,
    good: `---
survey: true
---
Plasma is young [1] and fast [2].

## References

[1] Plasma: a primer, https://plasma.io/primer, Date accessed: 2018-06-07.

[2] Loom Network, https://loomx.io, Date accessed: 2018-06-07.
`,
  },

  *check({ survey: { references, citations }, lookup }) {
    const cited = new Set(citations.map(({ number }) => number))
    for (const number of lookup.doubted) cited.add(number)
    let expected = 1
    for (const { number, numberSpan } of [...references].sort((a, b) => a.number - b.number)) {
      const absent = between(expected, number, cited)
      if (absent)
        yield {
          span: numberSpan,
          message: `The list has ${absent}. Renumber the references, or put back what was removed.`,
          operations: [CLOSE],
        }
      expected = number + 1
    }
  },
}

const CLOSE = {
  id: 'renumber',
  choices: { what: 'references', by: 'gaps' },
  title: 'Close the gaps in the numbers of the references',
}

/** The numbers from `from` to before `to` that nobody cites, in words. */
function between(from: number, to: number, cited: ReadonlySet<number>): string | undefined {
  const absent: number[] = []
  for (let number = from; number < to; number++) if (!cited.has(number)) absent.push(number)
  const [first, second] = absent
  if (first === undefined) return undefined
  if (second === undefined) return `no [${first}]`
  return absent.length === 2 ? `no [${first}] and no [${second}]` : `none of [${first}] to [${absent.at(-1)}]`
}
