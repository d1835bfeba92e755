import { FRONT_MATTER_LIMIT, frontMatterLength, mayOpenFrontMatter } from '../markdown'
import type { Span } from '../text/span'
import type { Text } from '../text/text'
import { CONFIG_NAME, type Config } from './config'
import type { Initiative, Survey } from './model'
import type { Profile } from './profile'
import { profileNamed, profiles } from './profiles'

/** Whether a file is a survey, and why, in words for its author. */
export interface Recognition {
  readonly survey: boolean
  readonly reason: string
}

/** What the author or the workspace says about a file, before its text is looked at. */
export interface Hints {
  /** Whether a glob of the setting `survey.files` matches it, and which. */
  readonly listedAs?: string
  /** What the nearest `.survey.json` says. */
  readonly config?: Config
  /** Whether a glob of that config's `files` matches it, and which. */
  readonly configListsAs?: string
}

/** The profile that a file is read by: the one that its front matter names, else the config's, else the default. */
export const profileFor = (declared: string | undefined, { config }: Hints): Profile =>
  profileNamed(declared, config?.profiles) ?? config?.profile ?? profiles[0]

/** Decides whether a text is a survey: by its front matter, else by the settings, else by the config, else by its structure. */
export function recognise(text: Text, survey: Survey, declared: string | undefined, hints: Hints): Recognition {
  if (declared === 'false')
    return { survey: false, reason: 'This is not a survey: its front matter says `survey: false`.' }
  if (declared !== undefined)
    return {
      survey: true,
      reason: `This is a survey: its front matter says \`survey: ${declared}\`.${unknown(declared, survey, hints)}`,
    }
  if (hints.listedAs !== undefined)
    return {
      survey: true,
      reason: `This is a survey: the setting \`survey.files\` lists it as \`${hints.listedAs}\`.${selected(hints)}`,
    }
  if (hints.configListsAs !== undefined)
    return {
      survey: true,
      reason: `This is a survey: the file ${CONFIG_NAME} lists it as \`${hints.configListsAs}\`.${selected(hints)}`,
    }
  const found = byStructure(text, survey)
  return hints.config?.profile ? { ...found, reason: `${found.reason}${selected(hints)}` } : found
}

/** Whoever names a profile that is not there wonders why its sections are not known. */
const unknown = (declared: string, { profile }: Survey, { config }: Hints): string =>
  declared === 'true' || profileNamed(declared, config?.profiles)
    ? ''
    : ` That profile does not exist, so “${profile.name}” is used.`

const selected = ({ config }: Hints): string =>
  config?.profile ? ` The file ${CONFIG_NAME} selects the profile “${config.profile.name}”.` : ''

function byStructure(text: Text, survey: Survey): Recognition {
  const { initiatives, initiativesHeading, profile } = survey
  const count = initiatives.length === 1 ? '1 initiative' : `${initiatives.length} initiatives`
  if (initiativesHeading && initiatives.length > 0) {
    const heading = text.slice(initiativesHeading.content.from, initiativesHeading.content.to)
    if (isSupported(survey))
      return { survey: true, reason: `This is a survey: ${count} below the heading “${heading}”.` }
    const lacking = profile.initiatives.isTelling
      ? `none with a section such as ${examples(profile)}`
      : `none with ${enough(profile) === 1 ? 'the section' : 'several sections such as'} ${examples(profile)}`
    return { survey: false, reason: `This is not a survey: “${heading}” has headings below it, but ${lacking}. ${HOW}` }
  }
  if (initiatives.length > 0)
    return {
      survey: true,
      reason: `This is a survey: ${initiatives.length} headings have sections such as ${examples(profile)}.`,
    }
  return {
    survey: false,
    reason: `This is not a survey: no heading ends in “${profile.initiatives.endings.join('” or “')}” with initiatives below it, and no two headings have sections such as ${examples(profile)}. ${HOW}`,
  }
}

/**
 * Whether the headings below the one for initiatives are initiatives, and not what any text has below such words. Those
 * with nothing below them yet are as on the first day of a survey; those with text below them are of any report.
 */
function isSupported({ initiatives, sections, profile }: Survey): boolean {
  if (initiatives.some(({ number, title }) => number !== undefined || TITLE_TO_WRITE.test(title))) return true
  if (!profile.initiatives.isTelling)
    return initiatives.some((initiative) => kindsOf(initiative).size >= enough(profile))
  return (
    initiatives.some((initiative) => initiative.sections.some(({ kind }) => kind)) ||
    (sections.some(({ kind }) => kind) && !initiatives.some(({ isWritten }) => isWritten))
  )
}

/** Nobody but the author of a survey leaves a title open in this way; words such as TODO are headings of other texts, too. */
const TITLE_TO_WRITE = /^\?{3,}$/u

/** A section that stands as high as the initiative, or higher, may as well be the text's own. */
const kindsOf = ({ label, sections }: Initiative): ReadonlySet<unknown> =>
  new Set(
    sections.filter(({ kind, level = 7 }) => kind !== undefined && level > (label.level ?? 6)).map(({ kind }) => kind),
  )

/** One section alone may have its title by chance. */
const enough = ({ initiative }: Profile): number => Math.min(2, initiative.length)

const HOW =
  'To make it one, write `survey: true` in its front matter or list the file in the setting `survey.files` or in a `.survey.json`.'

const examples = ({ initiative }: Profile): string =>
  initiative
    .slice(-2)
    .map(({ title }) => title)
    .join(' and ')

const DECLARATION = /^(survey[ \t]*:[ \t]*(["']?))([\p{L}\p{N}_-]+)\2[ \t]*(?:#.*)?$/imu

/** What the front matter says after `survey:`, in lower case, and where. One line is all that is read: half-typed YAML does no harm. */
export function declaration(text: Text): { readonly name: string; readonly span: Span } | undefined {
  if (!mayOpenFrontMatter(text.slice(0, 4))) return undefined
  const beginning = text.slice(0, FRONT_MATTER_LIMIT)
  const match = DECLARATION.exec(beginning.slice(0, frontMatterLength(beginning)))
  const [, before = '', , name = ''] = match ?? []
  if (!match) return undefined
  const from = match.index + before.length
  return { name: name.toLowerCase(), span: { from, to: from + name.length } }
}

export const declaredProfile = (text: Text): string | undefined => declaration(text)?.name
