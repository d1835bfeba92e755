import { isoDate } from '../../references/dates'

export const dateForms = [
  { value: 'hyphen', title: 'Hyphens', summary: '2018-06-07', separator: '-' },
  {
    value: 'entity',
    title: 'Non-breaking hyphens, as entities',
    summary: '2018&#8209;06&#8209;07, which no line end breaks in two',
    separator: '&#8209;',
  },
  {
    value: 'character',
    title: 'Non-breaking hyphens, as characters',
    summary: 'the same with the character itself, U+2011',
    separator: '\u2011',
  },
  { value: 'words', title: 'Words', summary: '07 June 2018', separator: undefined },
] as const

export type DateForm = (typeof dateForms)[number]['value']

/** The form that a date is written in to the letter. */
export function dateFormOf(date: string): DateForm | undefined {
  const iso = isoDate(date)
  const parts = partsOf(date)
  return dateForms.find(({ value, separator }) =>
    separator === undefined
      ? iso !== undefined && written(iso.split('-'), value) === date
      : parts?.join(separator) === date,
  )?.value
}

/** A date in another form. Undefined where it is none: what is still to be filled in is left to its author. */
export function convertedDate(date: string, form: DateForm): string | undefined {
  const iso = isoDate(date)
  return iso === undefined
    ? undefined
    : written(form === 'words' ? iso.split('-') : (partsOf(date) ?? iso.split('-')), form)
}

/** Year, month and day between two separators, be they the same or not. */
function partsOf(date: string): readonly string[] | undefined {
  const [, year, month, day] = /^(\d{4})(?:-|\u2011|&#8209;)(\d{1,2})(?:-|\u2011|&#8209;)(\d{1,2})$/u.exec(date) ?? []
  return year === undefined || month === undefined || day === undefined ? undefined : [year, month, day]
}

function written(parts: readonly string[], form: DateForm): string {
  const separator = dateForms.find(({ value }) => value === form)?.separator
  if (separator !== undefined) return parts.join(separator)
  const [year = '', month, day = ''] = parts
  return `${day} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
