import { changeDocument, type Document } from '../../document'
import type { Span } from '../../text/span'
import { isRefusal, type Choices, type Refusal } from '../operation'
import { mostOf } from './aspect'
import { citationForm } from './citations'
import { dateFormOf, dateForms } from './dateForms'
import { definitionForm } from './definitions'
import { entryForm, styleIn } from './entries'
import { options } from './options'
import type { LabelForm, Wanted } from './wanted'

const PRESETS: Readonly<Record<string, Choices>> = {
  seed: { references: 'plain', definitions: 'without', labels: 'heading', citations: 'single', dates: 'hyphen' },
  published: { references: 'ieee', definitions: 'with', labels: 'emphasis', citations: 'double', dates: 'entity' },
}

/** What was chosen, made definite for a document; a refusal where it makes no sense. */
export function readChoices(document: Document, choices: Choices): Wanted | Refusal {
  const odd = Object.entries(choices).find(([name, value]) => !isPossible(name, value))
  if (odd) return { refused: refusedChoice(...odd) }
  const range = rangeOf(document, choices)
  if (isRefusal(range)) return range
  const isPart = choices['start'] !== undefined || choices['end'] !== undefined
  const preset = choices['to'] ?? (isPart && !CHOSEN.some((name) => isChosen(choices, name)) ? 'own' : 'none')
  const own = preset === 'own' || CHOSEN.some((name) => isChosen(choices, name)) || preset !== 'none' ? ownChoices(isPart ? without(document, range) : document) : {}
  const all = { ...(preset === 'own' ? own : PRESETS[preset]), ...choices }
  const chosen = (name: string): string | undefined => (isChosen(all, name) ? all[name] : undefined)
  if (!CHOSEN.some((name) => chosen(name) !== undefined)) {
    return { refused: `Nothing to convert was chosen. Choose a whole way of writing (seed, published), or some of: ${CHOSEN.join(', ')}.` }
  }
  return {
    citations: chosen('citations') as Wanted['citations'],
    labels: labelsOf(document, chosen('labels'), { ...own, ...all }),
    references: chosen('references') === 'ieee' ? ((chosen('addresses') ?? own['addresses']) === 'bare' ? 'ieee-bare' : 'ieee') : chosen('references') as Wanted['references'],
    definitions: chosen('definitions') as Wanted['definitions'],
    dates: chosen('dates') as Wanted['dates'],
    inexact: choices['inexact'] === 'convert',
    range,
  }
}

/** The options that convert something. */
const CHOSEN = ['references', 'definitions', 'labels', 'citations', 'dates'] as const

const isChosen = (choices: Choices, name: string): boolean => choices[name] !== undefined && choices[name] !== 'keep'

/** The choices by which a file is written as it is: what leads back to it from another way of writing. */
export function ownChoices(document: Document): Choices {
  const { text, survey: { dialect, references } } = document
  const form = mostOf(references.map((reference) => entryForm(text, reference)))
  const isBare = form === 'ieee-bare' || (form === 'plain' && mostOf(references.filter(({ style }) => style === 'ieee').map((reference) => entryForm(text, reference))) === 'ieee-bare')
  return {
    references: form === undefined ? dialect.references : styleIn(form as 'plain'),
    ...(isBare && { addresses: 'bare' }),
    definitions: mostOf(references.filter(({ source }) => source !== undefined).map((each) => definitionForm(document, each))) ?? (dialect.definitions ? 'with' : 'without'),
    labels: dialect.section.form,
    ...(dialect.section.form === 'heading' ? { level: String(dialect.section.level) } : { mark: dialect.section.mark }),
    citations: citationForm(document) ?? dialect.citation,
    dates: mostOf(references.map(({ accessed }) => accessed && dateFormOf(accessed.text))) ?? dateForms.find(({ separator }) => separator === dialect.dateHyphen)?.value ?? 'hyphen',
  }
}

function labelsOf({ survey: { dialect } }: Document, form: string | undefined, choices: Choices): LabelForm | undefined {
  if (form === undefined) return undefined
  if (form === 'heading') return { form, level: Number(choices['level'] ?? Math.min(6, dialect.initiativeLevel + 1)) }
  const mark = choices['mark']
  return { form: 'emphasis', mark: mark === undefined || mark === 'keep' ? '_' : mark }
}

function isPossible(name: string, value: string): boolean {
  const option = options.find((each) => each.name === name)
  if (!option) return false
  if (option.values) return option.values.some((each) => each.value === value)
  return name === 'level' ? /^[1-6]$/u.test(value) : /^\d{1,12}$/u.test(value)
}

function refusedChoice(name: string, value: string): string {
  const option = options.find((each) => each.name === name)
  if (!option) return `There is no option “${name}”. Choose from: ${options.map((each) => each.name).join(', ')}.`
  const possible = option.values?.map((each) => each.value).join(', ') ?? (name === 'level' ? '1 to 6' : 'an offset into the text')
  return `“${value}” is nothing to choose for “${name}”. Choose from: ${possible}.`
}

function rangeOf({ text }: Document, { start, end }: Choices): Span | Refusal {
  const [from, to] = [Number(start ?? 0), Number(end ?? text.length)]
  if (from > to || to > text.length) return { refused: `There is no text from ${from} to ${to}: the file ends at ${text.length}.` }
  return { from, to: end === undefined ? Infinity : to }
}

/** The document as it is around a part. */
function without(document: Document, { from, to: end }: Span): Document {
  const to = Math.min(end, document.text.length)
  return changeDocument(document, document.text.slice(0, from) + document.text.slice(to), { from, to, inserted: 0 })
}
