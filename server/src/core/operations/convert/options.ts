import type { OperationOption } from '../operation'
import { dateForms } from './dateForms'
import { styleSummaries } from './entries'

const KEEP = { value: 'keep', summary: 'As they are.' } as const

/** What may be chosen, one option after the other: what is not chosen stays as it is. */
export const options: readonly OperationOption[] = [
  {
    name: 'to', summary: 'A whole way of writing at once. What is chosen beside it goes first.',
    values: [
      { value: 'none', summary: 'Only what is chosen beside it.' },
      { value: 'seed', summary: 'Labels are headings, citations [7], references plain without link definitions, dates 2018-06-07.' },
      { value: 'published', summary: 'Labels are emphasised, citations [[7]], references in the style of the IEEE with link definitions, dates 2018&#8209;06&#8209;07.' },
      { value: 'own', summary: 'As the rest of the file: for what was pasted between start and end.' },
    ],
  },
  { name: 'references', summary: 'How the entries of the reference list are written.', values: [KEEP, ...styleSummaries] },
  {
    name: 'addresses', summary: 'How an address stands in the style of the IEEE; else as in the file, or in angle brackets.',
    values: [{ value: 'keep', summary: 'As most do.' }, { value: 'angle', summary: '<https://example.org>' }, { value: 'bare', summary: 'https://example.org' }],
  },
  {
    name: 'definitions', summary: 'Whether each entry is followed by a link definition.',
    values: [KEEP, { value: 'with', summary: "[7]: https://example.org 'Title'" }, { value: 'below', summary: 'The same, the title on a line of its own: "Title"' }, { value: 'untitled', summary: '[7]: https://example.org' }, { value: 'without', summary: 'None.' }],
  },
  {
    name: 'labels', summary: 'What opens the sections of an initiative.',
    values: [KEEP, { value: 'heading', summary: '#### Strengths' }, { value: 'emphasis', summary: '_Strengths_' }],
  },
  { name: 'level', summary: 'The level of such headings, 1 to 6; else one below the initiatives, or as in the file.' },
  {
    name: 'mark', summary: 'The marks of emphasis; else as in the file, or _.',
    values: ['keep', '_', '*', '__', '**', '___', '***'].map((value) => ({ value, summary: value === 'keep' ? 'As most do.' : `${value}Strengths${value}` })),
  },
  { name: 'citations', summary: 'The brackets of citations, and of the numbers in the reference list.', values: [KEEP, { value: 'single', summary: '[7]' }, { value: 'double', summary: '[[7]]' }] },
  { name: 'dates', summary: 'The dates on which sources were read.', values: [KEEP, ...dateForms.map(({ value, summary }) => ({ value, summary }))] },
  {
    name: 'inexact', summary: 'What becomes of something that converting back would not restore to the letter.',
    values: [{ value: 'leave', summary: 'It is left as it is, and listed.' }, { value: 'convert', summary: 'It is converted where nothing is lost to a reader, and listed.' }],
  },
  { name: 'start', summary: 'Where the part begins that is converted, a UTF-16 offset; else the whole file is.' },
  { name: 'end', summary: 'Where that part ends.' },
]
