import type { Document } from '../document'
import { frontMatterLength } from '../markdown'
import { recognitionWord } from '../survey/detect'
import { progress } from '../survey/incomplete'
import { listedNumbers, isCitation } from '../survey/citing'
import type { Initiative, Section, Survey } from '../survey/model'
import { titleInLists } from '../survey/names'
import { isPlaceholder } from '../survey/placeholders'
import { normalTitle } from '../survey/titles'
import { wordCount } from '../text/wordCount'
import type { Measures } from './revision'

/** What is kept of one revision: its numbers, and what the next one is compared with. */
export interface SurveyState {
  readonly measures: Measures
  readonly initiatives: readonly InitiativeState[]
  /** The survey's own sections. */
  readonly sections: readonly KeptSection[]
}

export interface InitiativeState {
  readonly title: string
  readonly normal: string
  readonly number: string | undefined
  /** Whether it says more than that something is to be written. */
  readonly isBegun: boolean
  readonly sections: readonly KeptSection[]
}

export interface KeptSection {
  readonly kind: string | undefined
  readonly title: string
  readonly normal: string
  /** What is written in it. */
  readonly body: string
}

/** What a revision says. `words` keeps how many words paragraphs have that were counted before. */
export function surveyState({ recognition, survey, text }: Document, words: Map<string, number>): SurveyState {
  if (recognitionWord(recognition) === 'none')
    return {
      measures: { ...NOTHING, words: wordCount(text.slice(frontMatterLength(text)), words) },
      initiatives: [],
      sections: [],
    }
  const total = survey.initiatives.map(progress)
  return {
    measures: {
      isSurvey: true,
      placeholders: survey.placeholders.length,
      sections: sum(survey.initiatives.map(({ sections }) => sections.length)),
      written: sum(total.map(({ done }) => done)),
      missing: sum(survey.initiatives.map(({ missing }) => missing.length)),
      words: wordCount(withoutLists(text, survey), words),
      citations: citationsIn(survey),
    },
    initiatives: survey.initiatives.map((initiative) => initiativeState(initiative, survey, text)),
    sections: survey.sections.map((section) => sectionState(section, text)),
  }
}

const NOTHING: Measures = {
  isSurvey: false,
  placeholders: 0,
  sections: 0,
  written: 0,
  missing: 0,
  words: 0,
  citations: 0,
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

const initiativeState = (initiative: Initiative, { profile }: Survey, text: string): InitiativeState => ({
  title: titleInLists(initiative.title),
  normal: initiative.normal,
  number: initiative.number,
  isBegun: initiative.isWritten && !isPlaceholder(initiative.title, profile),
  sections: initiative.sections.map((section) => sectionState(section, text)),
})

const sectionState = ({ kind, title, words, body }: Section, text: string): KeptSection => ({
  kind,
  title: titleInLists(title),
  normal: normalTitle(words),
  body: text.slice(body.from, body.to),
})

function withoutLists(text: string, { lists }: Survey): string {
  let at = frontMatterLength(text)
  let prose = ''
  for (const { from, to } of lists) {
    prose += `${text.slice(at, Math.max(at, from))}\n`
    at = Math.max(at, to)
  }
  return prose + text.slice(at)
}

/** Of `[1, 3–5]`, each number, where the list has them all. */
function citationsIn(survey: Survey): number {
  const listed = listedNumbers(survey)
  const groups = survey.groups.filter((group) => isCitation(group, listed))
  return survey.citations.length + sum(groups.map(({ numbers }) => numbers.length))
}
