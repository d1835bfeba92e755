import type { Profile } from '../profile'

/** Strengths, Weaknesses, Opportunities, Threats: the default. */
export const swot: Profile = {
  name: 'swot',
  initiatives: { title: 'Current initiatives', endings: ['initiatives'], isTelling: true, numbered: true },
  initiative: [
    {
      kind: 'what',
      title: 'What is it?',
      aliases: ['What are they?', 'What does it do?', 'What do they do?'],
      required: true,
      hint: 'What it is and how it works, for a reader who has never heard of it.',
    },
    {
      kind: 'who',
      title: 'Who does it?',
      aliases: ['Who uses it?', 'Who uses them?', 'Who does them?', 'Who is doing it?', 'Who is behind it?'],
      required: true,
      hint: 'Who builds it, who runs it, who relies on it.',
    },
    {
      kind: 'strengths',
      title: 'Strengths',
      aliases: ['Strength'],
      required: true,
      hint: 'What it does better than the alternatives.',
    },
    {
      kind: 'weaknesses',
      title: 'Weaknesses',
      aliases: ['Weakness'],
      required: true,
      hint: 'Where it falls short today.',
    },
    {
      kind: 'opportunities',
      title: 'Opportunities',
      aliases: ['Opportunity'],
      required: true,
      hint: 'What it would make possible for us.',
    },
    {
      kind: 'threats',
      title: 'Threats',
      aliases: ['Threat'],
      required: true,
      hint: 'What could make it fail, or make it harm us. Say "None." if there are none.',
    },
  ],
  survey: [
    {
      kind: 'observations',
      title: 'Observations',
      aliases: ['Conclusions', 'Conclusion', 'Conclusions and Observations'],
      required: false,
      hint: 'What the initiatives have in common, and what follows.',
    },
    {
      kind: 'references',
      title: 'References',
      aliases: ['Bibliography', 'Sources'],
      required: false,
      hint: 'The numbered list of sources.',
    },
  ],
  suffixes: ['for', 'to', '('],
  placeholders: ['TBD', 'TBA', 'TBC', 'TODO', 'ToDo', 'FIXME'],
  none: ['none', 'none known', 'none so far', 'n/a', 'not applicable'],
  own: ['[own]'],
}
