import type { Profile } from '../profile'
import { comparison } from './comparison'
import { titlesOf } from '../vocabulary'

const LANGUAGES = ['en', 'de', 'fr', 'es', 'zh']

/** Papers, each summed up and judged. */
export const literature: Profile = {
  ...comparison,
  name: 'literature',
  initiatives: {
    title: 'Papers',
    endings: [
      'papers',
      'papers reviewed',
      'reviewed papers',
      'articles',
      'studies',
      'approaches',
      'methods',
      'arbeiten',
      'ansätze',
      'travaux',
      'articles étudiés',
      'artículos',
      'trabajos',
      '论文',
      '方法',
    ],
    isTelling: false,
    numbered: false,
  },
  initiative: [
    {
      kind: 'summary',
      title: 'Summary',
      aliases: [
        'Abstract',
        'Overview',
        'Key findings',
        'Findings',
        'Main idea',
        'Contribution',
        'Contributions',
        'Zusammenfassung',
        'Überblick',
        'Résumé',
        'Resumen',
        '摘要',
        '概述',
      ],
      required: true,
      hint: 'What it finds, in a few sentences.',
    },
    {
      kind: 'method',
      title: 'Method',
      aliases: [
        'Methods',
        'Methodology',
        'Approach',
        'Methode',
        'Methodik',
        'Vorgehen',
        'Méthode',
        'Méthodologie',
        'Método',
        'Metodología',
        '方法',
      ],
      required: true,
      hint: 'How it was found: data, experiment, proof.',
    },
    {
      kind: 'strengths',
      title: 'Strengths',
      aliases: [...titlesOf('strengths', LANGUAGES).slice(1), ...titlesOf('pros', LANGUAGES)],
      required: true,
      hint: 'What makes it convincing.',
    },
    {
      kind: 'limitations',
      title: 'Limitations',
      aliases: [
        ...titlesOf('cons', LANGUAGES).filter((title) => title !== 'Limitations'),
        ...titlesOf('weaknesses', LANGUAGES),
      ],
      required: true,
      hint: 'What it leaves open or takes for granted.',
    },
    {
      kind: 'relevance',
      title: 'Relevance',
      aliases: [
        'Relevance to us',
        'Relevance to project',
        'Why it matters',
        'Relevanz',
        'Bedeutung',
        'Pertinence',
        'Relevancia',
        '相关性',
        '意义',
      ],
      required: false,
      hint: 'What it means for our own work.',
    },
  ],
}
