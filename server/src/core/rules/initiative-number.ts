import type { Initiative, Survey } from '../survey/model'
import { insertion, replacement, type Edit } from '../text/edit'
import { once } from '../text/once'
import { countedInitiatives } from './shared/countedInitiatives'
import { repeatedInitiatives } from './shared/duplicates'
import { sixSections } from './shared/example'
import { labelSpan, initiativeName } from '../survey/names'
import type { Fix, Rule } from './rule'

const RENUMBER = 'Renumber the initiatives'

/**
 * Only where most initiatives have numbers. `#? What else?` is the author's way of saying "no number yet" and stays.
 * A copy with the number and the title of another initiative is left to `duplicate-initiative`.
 * Not `safe`: the text may refer to an initiative by its number.
 */
export const initiativeNumber: Rule = {
  code: 'initiative-number',
  severity: 'warning',
  summary: 'Initiative numbers have a gap, repeat or are out of order.',
  rationale:
    'Initiatives come and go while a survey is written. Numbers that no longer count them mislead readers who refer to one.',
  reads: [],
  example: {
    bad: `## Current initiatives
### #1 Plasma
${sixSections}
### #3 Masternodes
    ^^ initiative-number: #3 comes right after #1. Renumber the initiatives, or correct it by hand.
${sixSections}
### #? What else?
${sixSections}
### #3 Loom Network
    ^^ initiative-number: #3 is used twice. Renumber the initiatives, or correct it by hand.
${sixSections}
### TrueBit
    ^^^^^^^ initiative-number: TrueBit has no number, unlike the others. Renumber the initiatives, or correct it by hand.
${sixSections}
`,
    good: `## Current initiatives
### #1 Plasma
${sixSections}
### #2 Masternodes
${sixSections}
### #? What else?
${sixSections}
### #3 Loom Network
${sixSections}
### #4 TrueBit
${sixSections}
`,
  },
  fixAll: RENUMBER,

  *check({ survey }) {
    if (!survey.dialect.numbered) return
    const fix: Fix = { title: RENUMBER, edits: once(() => renumber(survey)) }
    for (const { initiative, problem, at } of problems(survey)) {
      const { label, numberSpan } = initiative
      yield {
        span: numberSpan ? { from: label.content.from, to: numberSpan.to } : labelSpan(label),
        message: `${problem}. Renumber the initiatives, or correct it by hand.`,
        ...(at && { related: [{ span: labelSpan(at.label), message: 'It is taken here.' }] }),
        fix,
      }
    }
  },
}

interface Problem {
  readonly initiative: Initiative
  readonly problem: string
  /** Who has the number already. */
  readonly at?: Initiative
}

function* problems(survey: Survey): Iterable<Problem> {
  const copies = repeatedInitiatives(survey)
  const owners = new Map<number, Initiative>()
  let highest = 0
  let unnumbered = 0
  for (const initiative of countedInitiatives(survey)) {
    if (initiative.number === undefined) {
      unnumbered++
      yield { initiative, problem: `${initiativeName(initiative)} has no number, unlike the others` }
      continue
    }
    if (copies.get(initiative)?.number === initiative.number) continue
    const number = Number(initiative.number)
    const at = owners.get(number)
    if (at) {
      yield { initiative, problem: `#${number} is used twice`, at }
      continue
    }
    owners.set(number, initiative)
    if (number < highest + 1) {
      yield { initiative, problem: `#${number} comes after #${highest}` }
      continue
    }
    if (number > highest + 1 + unnumbered)
      yield {
        initiative,
        problem: highest > 0 ? `#${number} comes right after #${highest}` : `The first initiative is #${number}`,
      }
    highest = number
    unnumbered = 0
  }
}

const renumber = (survey: Survey): readonly Edit[] =>
  countedInitiatives(survey).flatMap(({ number, numberSpan, label }, i) => {
    if (!numberSpan) return [insertion(label.content.from, `#${i + 1} `)]
    return number === String(i + 1) ? [] : [replacement(numberSpan, String(i + 1))]
  })
