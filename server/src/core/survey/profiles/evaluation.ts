import type { Profile } from '../profile'
import { swot } from './swot'

/** The choice of a technology, a product or a vendor among several. Its words are everyday ones: only a file or folder that asks for it is read by it. */
export const evaluation: Profile = {
  name: 'evaluation',
  initiatives: {
    title: 'Candidates',
    endings: [
      'candidates',
      'contenders',
      'options',
      'alternatives',
      'solutions',
      'products',
      'vendors',
      'suppliers',
      'technologies',
      'platforms',
      'tools',
    ],
    isTelling: false,
    numbered: false,
  },
  initiative: [
    {
      kind: 'summary',
      title: 'Summary',
      aliases: ['Overview', 'Description', 'In short', 'What is it?'],
      required: true,
      hint: 'What it is, who offers it, and what it would do for us.',
    },
    {
      kind: 'maturity',
      title: 'Maturity',
      aliases: ['Status', 'Stability', 'Adoption', 'Maturity and adoption'],
      required: true,
      hint: 'How long it has been there, who uses it, how alive it is: releases, contributors, known failures.',
    },
    {
      kind: 'licence',
      title: 'Licence',
      aliases: ['License', 'Licensing', 'Licences', 'Licenses', 'Licence terms', 'License terms'],
      required: true,
      hint: 'Under which terms it may be used, and what they forbid.',
    },
    {
      kind: 'cost',
      title: 'Cost',
      aliases: ['Costs', 'Price', 'Prices', 'Pricing', 'Total cost of ownership', 'TCO'],
      required: true,
      hint: 'What it costs to buy, to run and to leave. Say "None." if it is free in every way.',
    },
    {
      kind: 'pros',
      title: 'Pros',
      aliases: ['Pro', 'Advantages', 'Benefits', 'Upsides', 'Strengths'],
      required: true,
      hint: 'What it does better than the other candidates.',
    },
    {
      kind: 'cons',
      title: 'Cons',
      aliases: ['Con', 'Disadvantages', 'Drawbacks', 'Downsides', 'Weaknesses', 'Risks'],
      required: true,
      hint: 'Where it falls short, and what that would cost us.',
    },
    {
      kind: 'verdict',
      title: 'Verdict',
      aliases: ['Conclusion', 'Assessment', 'Decision', 'Rating', 'Recommendation'],
      required: true,
      hint: 'Adopt, try, watch or leave, and the one reason that decided it.',
    },
  ],
  survey: [
    {
      kind: 'recommendation',
      title: 'Recommendation',
      required: false,
      aliases: [
        'Recommendations',
        'Observations',
        'Conclusion',
        'Conclusions',
        'Decision',
        'Summary',
        'Verdict',
        'Comparison',
      ],
      hint: 'Which candidate to take, why, and what would change that.',
    },
    {
      kind: 'references',
      title: 'References',
      aliases: ['Bibliography', 'Sources', 'Further reading', 'Links'],
      required: false,
      hint: 'The numbered list of sources.',
    },
  ],
  suffixes: swot.suffixes,
  placeholders: swot.placeholders,
  none: swot.none,
}
