import { listed, quoted } from '../survey/names'
import { omissionIn } from '../survey/omitted'
import { normalTitle } from '../survey/titles'
import { replacement } from '../text/edit'
import { operation } from './choices'
import { frontMatterEdit } from './frontMatterEdit'
import type { Operation } from './operation'

/** A line of the front matter, so that who reads the file knows it, and so does everybody who checks it. */
export const omitSection: Operation = operation({
  id: 'omit-section',
  title: 'Not Used in This Survey',
  summary: 'Say in the front matter that a survey does without a section: survey-omit: [threats].',
  options: [{ name: 'section', form: 'name', summary: 'Its kind or title', required: true }],

  plan(document, { words: { section = '' } }) {
    const { survey, buffer } = document
    const template = survey.profile.initiative.find(({ kind, title, aliases }) =>
      [kind, title, ...aliases].some((name) => normalTitle(name) === normalTitle(section)),
    )
    if (!template)
      return {
        refused: `The profile ${quoted(survey.profile.name)} has no section ${quoted(section)}. Choose ${listed(
          survey.profile.initiative.map(({ kind }) => kind),
          'or',
        )}.`,
        isChoice: true,
      }
    if (!template.required) return { edits: [], changes: [], losses: [] }
    const written = omissionIn(buffer)
    const line = `survey-omit: [${[...(written?.names ?? []), template.kind].join(', ')}]`
    const edit = written ? replacement(written.span, line) : frontMatterEdit(line, document)
    const count = survey.initiatives.filter(({ missing }) => missing.includes(template)).length
    return {
      edits: [edit],
      changes: [
        {
          subject: 'Front matter',
          before: written ? buffer.slice(written.span.from, written.span.to) : `no survey-omit`,
          after: line,
          span: edit.span,
        },
      ],
      losses: [],
      notes: [
        `${quoted(template.title)} is no longer asked for in ${count === 1 ? '1 initiative' : `${count} initiatives`}.`,
      ],
    }
  },
})
