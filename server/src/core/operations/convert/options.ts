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
    scope: 'whole',
    summary: 'Choose a whole way of writing; options beside it go first.',
    values: [
      { value: 'none', summary: 'only what is chosen beside it' },
      {
        value: 'seed',
        title: 'Plain',
        summary: 'headings as labels, [7], plain references, no link definitions, 2018-06-07',
      },
      {
        value: 'published',
        title: 'IEEE with links',
        summary: 'emphasised labels, [[7]], IEEE references, link definitions, 2018&#8209;06&#8209;07',
      },
      {
        value: 'own',
        title: 'Like the rest of the file',
        isForSelection: true,
        summary: 'as the rest of the file: for what was pasted between start and end',
      },
    ],
  },
  {
    name: 'references',
    title: 'References',
    scope: 'part',
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
    title: 'Link definitions',
    scope: 'part',
    summary: 'Whether each entry is followed by a link definition.',
    values: [
      ...USUAL,
      { value: 'with', title: 'With titles', summary: "[7]: https://example.org 'Title'" },
      { value: 'quoted', title: 'With titles in double quotes', summary: '[7]: https://example.org "Title"' },
      {
        value: 'below',
        title: 'With titles on a line of their own',
        summary: 'the same, but the title on a line of its own: "Title"',
      },
      { value: 'untitled', title: 'Without titles', summary: '[7]: https://example.org' },
      { value: 'without', title: 'No link definitions', summary: 'none' },
    ],
  },
  {
    name: 'labels',
    title: 'Section labels',
    scope: 'part',
    summary: 'What opens the sections of an initiative.',
    values: [
      ...USUAL,
      { value: 'heading', title: 'Headings', summary: '#### Strengths' },
      { value: 'emphasis', title: 'Emphasis', summary: '_Strengths_' },
    ],
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
    title: 'Citations',
    scope: 'part',
    summary: 'The brackets of citations, and of the numbers in the reference list.',
    values: [
      ...USUAL,
      { value: 'single', title: 'Single brackets', summary: '[7]' },
      { value: 'double', title: 'Double brackets', summary: '[[7]]' },
      { value: 'footnote', title: 'Footnotes', summary: '[^7], and [^7]: in front of the entries' },
    ],
  },
  {
    name: 'dates',
    title: 'Access dates',
    scope: 'part',
    summary: 'The dates on which sources were read.',
    values: [...USUAL, ...dateForms.map(({ value, title, summary }) => ({ value, title, summary }))],
  },
  {
    name: 'inexact',
    summary: 'What to do with what converting back would not restore exactly.',
    values: [
      { value: 'leave', summary: 'it is left as it is, and listed' },
      { value: 'convert', summary: 'it is converted where a reader loses nothing, and listed' },
    ],
  },
  {
    name: 'start',
    form: 'offset',
    summary: 'Where the part to convert begins, as a UTF-16 offset; else the whole file.',
  },
  { name: 'end', form: 'offset', summary: 'Where that part ends.' },
]
