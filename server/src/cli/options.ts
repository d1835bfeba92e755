import { accepts, isDay, severities, valueWord, wanted, type OperationOption } from '../core'
import { localDate } from '../node/today'
import type { Option } from './command'

/** The options that commands share. */

export const oneOf = (values: readonly string[], otherwise: string, summary: string): Option => ({
  summary: `${summary} (default ${otherwise})`,
  value: values.join('|'),
  accepts: (value) => values.includes(value),
  wanted: `one of ${values.join(', ')}`,
  otherwise: () => otherwise,
})

export const format = oneOf(['text', 'json'], 'text', 'How to print the result')

export const failOn = oneOf(severities, 'warning', 'The mildest finding that makes the exit code 1')

export const today: Option = {
  summary: 'The day of the check, which no access date may lie after (default today; also SURVEY_TODAY)',
  value: 'YYYY-MM-DD',
  accepts: isDay,
  wanted: 'a day of the calendar as YYYY-MM-DD',
  otherwise: localDate,
  variable: 'SURVEY_TODAY',
}

const flag = (summary: string): Option => ({ summary, value: '', accepts: () => true, wanted: '', otherwise: () => '' })

export const dryRun = flag('Print what would change, and change nothing (this is what happens without --write)')

export const write = flag('Change the files; of standard input, print the changed text')

export const candidates = flag('Check also files that look like surveys, though nobody has said that they are')

/** An option of an operation. */
export function operationOption(option: OperationOption): Option {
  const [first] = option.values ?? []
  return {
    summary: first && first.value !== 'default' ? `${option.summary} (default ${first.value})` : option.summary,
    value: valueWord(option),
    accepts: (value) => accepts(option, value),
    wanted: wanted(option),
    ...(option.required && { required: true }),
    otherwise: () => first?.value ?? '',
  }
}
