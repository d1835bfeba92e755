import type { Document } from '../document'
import { isDay } from '../references/dates'
import type { Choices, Operation, OperationOption, OptionForm, Outcome } from './operation'
import type { Refusal } from '../refusal'

/** An operation that is asked only for what makes sense: every option has a value that it may have, or its default. */
export const operation = (written: Written): Operation => ({
  ...written,
  plan(document, choices) {
    const chosen = chosenFrom(written.options, choices)
    return 'refused' in chosen ? chosen : written.plan(document, chosen)
  },
})

type Written = Omit<Operation, 'plan'> & { plan(document: Document, choices: Chosen): Outcome }

/** An option without a value is left out. */
export interface Chosen {
  readonly words: Choices
  readonly numbers: Readonly<Record<string, number>>
}

function chosenFrom(options: readonly OperationOption[], choices: Choices): Chosen | Refusal {
  const unknown = Object.keys(choices).find((name) => !options.some((option) => option.name === name))
  if (unknown !== undefined) return { refused: `There is no option “${unknown}” here.`, isChoice: true }
  const words: Record<string, string> = {}
  const numbers: Record<string, number> = {}
  for (const option of options) {
    const { name, values, required } = option
    const value = choices[name] || values?.[0]?.value
    if (value === undefined) {
      if (required) return { refused: `“${name}” is needed: ${option.summary}`, isChoice: true }
      continue
    }
    if (!accepts(option, value))
      return { refused: `“${name}” must be ${wanted(option)}, not “${value}”.`, isChoice: true }
    words[name] = value
    if (!values && !WORDS.has(option.form ?? 'number')) numbers[name] = Number(value)
  }
  return { words, numbers }
}

/** What is no one number. */
const WORDS: ReadonlySet<OptionForm> = new Set<OptionForm>(['day', 'numbers', 'name'])

/** Whether an option may have a value. */
export const accepts = ({ values, form }: OperationOption, value: string): boolean =>
  values ? values.some((each) => each.value === value) : FORMS[form ?? 'number'].accepts(value)

const FORMS: Readonly<
  Record<OptionForm, { readonly accepts: (value: string) => boolean; readonly wanted: string; readonly word: string }>
> = {
  day: { accepts: isDay, wanted: 'a day of the calendar as YYYY-MM-DD', word: 'YYYY-MM-DD' },
  number: { accepts: (value) => /^[1-9]\d{0,5}$/u.test(value), wanted: 'a number from 1 on', word: 'N' },
  numbers: {
    accepts: (value) => /^[1-9]\d{0,5}(?:,[1-9]\d{0,5})*$/u.test(value),
    wanted: 'a number from 1 on, or several with commas between',
    word: 'N,N…',
  },
  name: {
    accepts: (value) => /^[\p{L}\p{N}][^\n\r[\],#]{0,99}$/u.test(value),
    wanted: 'a name, without brackets and commas',
    word: 'NAME',
  },
  offset: { accepts: (value) => /^\d{1,9}$/u.test(value), wanted: 'an offset into the text, from 0 on', word: 'N' },
}

/** What an option must be, for a message about what it is not. */
export const wanted = ({ values, form }: OperationOption): string =>
  values ? `one of ${values.map(({ value }) => value).join(', ')}` : FORMS[form ?? 'number'].wanted

/** What stands for the value of an option in a line about usage: `close|leave`, `N`. */
export const valueWord = ({ values, form }: OperationOption): string =>
  values?.map(({ value }) => value).join('|') ?? FORMS[form ?? 'number'].word
