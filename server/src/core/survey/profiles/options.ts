import type { Profile } from '../profile'
import { comparison } from './comparison'
import { titlesOf } from '../vocabulary'

const LANGUAGES = ['en', 'de', 'fr', 'es', 'zh']

/** The options of an architecture decision record. */
export const options: Profile = {
  ...comparison,
  name: 'options',
  initiatives: {
    title: 'Considered options',
    endings: [
      'options',
      'considered options',
      'alternatives',
      'pros and cons of the options',
      'optionen',
      'alternativen',
      'options envisagées',
      'opciones',
      'alternativas',
      '备选方案',
      '方案',
    ],
    isTelling: false,
    numbered: false,
  },
  initiative: [
    {
      kind: 'description',
      title: 'Description',
      aliases: [
        'Overview',
        'Summary',
        'Details',
        'Beschreibung',
        'Überblick',
        'Description détaillée',
        'Descripción',
        '描述',
        '说明',
      ],
      required: false,
      hint: 'What would be done.',
    },
    {
      kind: 'pros',
      title: 'Pros',
      aliases: [...titlesOf('pros', LANGUAGES).slice(1), ...titlesOf('strengths', LANGUAGES)],
      required: true,
      hint: 'What speaks for it.',
    },
    {
      kind: 'cons',
      title: 'Cons',
      aliases: [...titlesOf('cons', LANGUAGES).slice(1), ...titlesOf('weaknesses', LANGUAGES)],
      required: true,
      hint: 'What speaks against it.',
    },
  ],
  survey: [
    {
      kind: 'decision',
      title: 'Decision',
      aliases: ['Decision outcome', 'Outcome', 'Conclusion', 'Entscheidung', 'Décision', 'Decisión', '决定', '决策'],
      required: true,
      hint: 'Which option was taken, when, by whom, and why.',
    },
    ...comparison.survey.filter(({ kind }) => kind === 'references'),
  ],
}
