import type { OperationOption } from '../operation'
import { dateForms } from './dateForms'
import { styleSummaries } from './entries'

/** Default and what goes against it, of each option that `to` may choose. */
const USUAL = [
  { value: 'default', summary: 'as --to says, else as they are' },
  { value: 'keep', summary: 'as they are' },
] as const

/** What may be chosen, one option after the other: what is not chosen stays as it is. */
export const options: readonly OperationOption[] = [
  {
    name: 'to',
    summary: 'A whole way of writing at once. What is chosen beside it goes first.',
    values: [
      { value: 'none', summary: 'only what is chosen beside it' },
      {
        value: 'seed',
        summary: 'labels are headings, citations [7], references plain, without link definitions, dates 2018-06-07',
      },
      {
        value: 'published',
        summary:
          'labels are emphasised, citations [[7]], references in the style of the IEEE, with link definitions, dates 2018&#8209;06&#8209;07',
      },
      { value: 'own', summary: 'as the rest of the file: for what was pasted between start and end' },
    ],
  },
  {
    name: 'references',
    summary: 'How the entries of the reference list are written.',
    values: [...USUAL, ...styleSummaries],
  },
  {
    name: 'addresses',
    summary: 'How an address stands in the style of the IEEE.',
    values: [
      { value: 'default', summary: 'as most do, or in angle brackets' },
      { value: 'angle', summary: '<https://example.org>' },
      { value: 'bare', summary: 'https://example.org' },
    ],
  },
  {
    name: 'definitions',
    summary: 'Whether each entry is followed by a link definition.',
    values: [
      ...USUAL,
      { value: 'with', summary: "[7]: https://example.org 'Title'" },
      { value: 'quoted', summary: '[7]: https://example.org "Title"' },
      { value: 'below', summary: 'the same, but the title on a line of its own: "Title"' },
      { value: 'untitled', summary: '[7]: https://example.org' },
      { value: 'without', summary: 'none' },
    ],
  },
  {
    name: 'labels',
    summary: 'What opens the sections of an initiative.',
    values: [...USUAL, { value: 'heading', summary: '#### Strengths' }, { value: 'emphasis', summary: '_Strengths_' }],
  },
  {
    name: 'level',
    summary: 'The level of labels that are headings.',
    values: ['default', '1', '2', '3', '4', '5', '6'].map((value) => ({
      value,
      summary:
        value === 'default'
          ? 'as most in the file, or one below the initiatives'
          : `${'#'.repeat(Number(value))} Strengths`,
    })),
  },
  {
    name: 'mark',
    summary: 'The marks of labels that are emphasised.',
    values: ['default', '_', '*', '__', '**', '___', '***'].map((value) => ({
      value,
      summary: value === 'default' ? 'as most in the file, or _' : `${value}Strengths${value}`,
    })),
  },
  {
    name: 'citations',
    summary: 'The brackets of citations, and of the numbers in the reference list.',
    values: [
      ...USUAL,
      { value: 'single', summary: '[7]' },
      { value: 'double', summary: '[[7]]' },
      { value: 'footnote', summary: '[^7], and [^7]: in front of the entries' },
    ],
  },
  {
    name: 'dates',
    summary: 'The dates on which sources were read.',
    values: [...USUAL, ...dateForms.map(({ value, summary }) => ({ value, summary }))],
  },
  {
    name: 'inexact',
    summary: 'What becomes of something that converting back would not restore to the letter.',
    values: [
      { value: 'leave', summary: 'it is left as it is, and listed' },
      { value: 'convert', summary: 'it is converted where a reader loses nothing, and listed' },
    ],
  },
  {
    name: 'start',
    form: 'offset',
    summary: 'Where the part begins that is converted, a UTF-16 offset; else the whole file is.',
  },
  { name: 'end', form: 'offset', summary: 'Where that part ends.' },
]
