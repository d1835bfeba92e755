import { frontMatterLength } from '../markdown'
import type { Survey } from './model'

/** Whether a file is a survey, and why, in words for its author. */
export interface Recognition {
  readonly survey: boolean
  readonly reason: string
}

/** What the author or the workspace says about a file, before its text is looked at. */
export interface Hints {
  /** Whether a glob of the setting `survey.files` matches it, and which. */
  readonly listedAs?: string
}

/** Decides whether a text is a survey: by its front matter, else by the settings, else by its structure. */
export function recognise(text: string, survey: Survey, declared: string | undefined, hints: Hints): Recognition {
  if (declared !== undefined) {
    return declared === 'false'
      ? { survey: false, reason: 'This is not a survey: its front matter says `survey: false`.' }
      : { survey: true, reason: `This is a survey: its front matter says \`survey: ${declared}\`.` }
  }
  if (hints.listedAs !== undefined) return { survey: true, reason: `This is a survey: the setting \`survey.files\` lists it as \`${hints.listedAs}\`.` }
  return byStructure(text, survey)
}

function byStructure(text: string, survey: Survey): Recognition {
  const { initiatives, initiativesHeading } = survey
  const sections = initiatives.reduce((sum, initiative) => sum + initiative.sections.filter(({ kind }) => kind).length, 0)
  const count = initiatives.length === 1 ? '1 initiative' : `${initiatives.length} initiatives`
  if (initiativesHeading && initiatives.length > 0) {
    const heading = text.slice(initiativesHeading.content.from, initiativesHeading.content.to)
    const supported = sections > 0 || initiatives.some(({ number }) => number !== undefined) || survey.sections.some(({ kind }) => kind)
    return supported
      ? { survey: true, reason: `This is a survey: ${count} below the heading “${heading}”.` }
      : { survey: false, reason: `This is not a survey: “${heading}” has headings below it, but none with a section such as ${examples(survey)}, and there is no list of references. ${HOW}` }
  }
  if (initiatives.length > 0) return { survey: true, reason: `This is a survey: ${initiatives.length} headings have sections such as ${examples(survey)}.` }
  return { survey: false, reason: `This is not a survey: no heading ends in “${survey.profile.initiatives.endings.join('” or “')}” with initiatives below it, and no two headings have sections such as ${examples(survey)}. ${HOW}` }
}

const HOW = 'To make it one, write `survey: true` in its front matter or list the file in the setting `survey.files`.'

const examples = (survey: Survey): string => survey.profile.initiative.slice(-2).map(({ title }) => title).join(' and ')

const DECLARATION = /^survey[ \t]*:[ \t]*(["']?)([\w-]+)\1[ \t]*(?:#.*)?$/imu

/** What the front matter says after `survey:`, in lower case. One line is all that is read: half-typed YAML does no harm. */
export const declaredProfile = (text: string): string | undefined => DECLARATION.exec(text.slice(0, frontMatterLength(text)))?.[2]?.toLowerCase()
