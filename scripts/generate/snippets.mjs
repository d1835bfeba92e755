/** `snippets/survey.json`: the default profile in the way of a file that does not say how it writes. */
export function snippets({ openDocument, profiles, skeleton }) {
  const [profile] = profiles
  const { dialect } = openDocument('').survey
  const all = {
    Survey: snippet('survey', 'A whole survey.', skeleton.surveyParts(profile, dialect)),
    Initiative: snippet(
      'initiative',
      'An initiative with its sections.',
      withNumber(skeleton.initiativeParts(profile, dialect, 1)),
    ),
    ...Object.fromEntries(
      profile.initiative.map((template) => [
        template.title,
        snippet(`survey-${template.kind}`, template.hint, skeleton.sectionParts(template, dialect)),
      ]),
    ),
    ...Object.fromEntries(
      profile.survey.map((template) => [
        template.title,
        snippet(`survey-${template.kind}`, template.hint, skeleton.surveySectionParts(template, dialect)),
      ]),
    ),
    Reference: snippet(
      'reference',
      'An entry of the reference list, accessed today.',
      withNumber(skeleton.referenceParts(dialect, 1, { accessed: TODAY })),
    ),
  }
  return `${JSON.stringify(all, null, 2)}\n`

  function snippet(prefix, description, parts) {
    return {
      prefix,
      description,
      body: skeleton.toSnippet(parts).replaceAll(TODAY, '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE').split('\n'),
    }
  }
}

/** Survives the escaping of snippets, unlike a variable. */
const TODAY = 'TODAY'

/** The editor does not know the next number, so the author is asked: the 1 of the first piece becomes the first stop. */
function withNumber([first, ...rest]) {
  const [before, after] = first.split('1')
  return [before, { stop: '1' }, after, ...rest]
}
