import { openDocument, type Document } from '../document'
import { FRONT_MATTER_LIMIT, frontMatterLength } from '../markdown'
import { isName } from '../survey/config/profiles'
import { declaration, declaredProfile } from '../survey/detect'
import type { Profile } from '../survey/profile'
import { profiles } from '../survey/profiles'
import { replacement, type Edit } from '../text/edit'
import { nextText } from '../text/lines'
import { frontMatter, frontMatterEdit } from './frontMatterEdit'
import { surveyParts, toText, type Part } from '../writing/skeleton'

/**
 * The whole text of a survey that is begun in a blank file, behind the front matter that it has. Where it would not be read as a
 * survey by this profile for what stands in it, its front matter says so.
 */
export function newSurveyParts(profile: Profile, { text, hints, survey }: Document): readonly Part[] {
  const { lineBreak } = survey.dialect
  const { dialect } = openDocument(lineBreak, {
    config: { profiles: new Map(), isInferred: false, files: [], references: [], profile },
  }).survey
  const parts = surveyParts(profile, dialect)
  const front = text.slice(0, frontMatterLength(text)).trimEnd()
  const plain = front === '' ? parts : [front, lineBreak.repeat(2), ...parts]
  return isReadAs(profile, openDocument(toText(plain), hints))
    ? plain
    : [
        frontMatter(`survey: ${isName(profile.name) ? profile.name : 'true'}`, front, lineBreak),
        lineBreak.repeat(2),
        ...parts,
      ]
}

/** Whether nothing stands in a file but front matter. */
export const isBlank = ({ buffer }: Document): boolean =>
  nextText(buffer, frontMatterLength(buffer.slice(0, FRONT_MATTER_LIMIT))) === buffer.length

/**
 * The profiles that a survey in a blank file may be begun by: the one that it is read by, those of its folder, those of the product.
 * Where it names one itself there is no choice.
 */
export function profilesToChoose({ buffer, hints, survey }: Document): readonly Profile[] {
  const own = hints.config?.profiles ?? new Map<string, Profile>()
  const others =
    declaredProfile(buffer) === undefined ? [...own.values(), ...profiles.filter(({ name }) => !own.has(name))] : []
  return [survey.profile, ...others.filter((each) => each !== survey.profile && isName(each.name))]
}

const isReadAs = (profile: Profile, { recognition, survey }: Document): boolean =>
  recognition.survey && survey.profile === profile

/** What makes front matter say that a file is a survey by some profile, or none. */
export function declareEdit(name: string, document: Document): Edit {
  const written = declaration(document.buffer)
  return written ? replacement(written.span, name) : frontMatterEdit(`survey: ${name}`, document)
}
