import { changeDocument, type Document } from '../../document'
import { once } from '../../text/once'
import type { Span } from '../../text/span'
import { accepts } from '../choices'
import { type Choices } from '../operation'
import { mostCommon } from '../../text/mostCommon'
import { usualBrackets } from './citations'
import { dateFormOf, dateForms } from './dateForms'
import { definitionForms } from './definitions'
import { entryForm, styleIn } from './entries'
import { options } from './options'
import type { LabelForm, Wanted } from './wanted'
import { isRefusal, type Refusal } from '../../refusal'

/** The whole ways of writing, each with the one that leads away from it. */
export const wholes: readonly { readonly name: string; readonly opposite: string; readonly choices: Choices }[] = [
  {
    name: 'seed',
    opposite: 'published',
    choices: { references: 'plain', definitions: 'without', labels: 'heading', citations: 'single', dates: 'hyphen' },
  },
  {
    name: 'published',
    opposite: 'seed',
    choices: { references: 'ieee', definitions: 'with', labels: 'emphasis', citations: 'double', dates: 'entity' },
  },
]

/**
 * What was chosen, made definite for a document; a refusal where it makes no sense. What is no choice at all is passed over.
 * How the document is written itself need not be found out again by whoever asks several times.
 */
export function readChoices(document: Document, choices: Choices, ownOf?: () => Choices): Wanted | Refusal {
  const given = Object.fromEntries(
    options.flatMap((option) => {
      const value = choices[option.name]
      return value !== undefined && value !== 'default' && accepts(option, value) ? [[option.name, value]] : []
    }),
  )
  const range = rangeOf(document, given)
  if (isRefusal(range)) return range
  const isPart = given['start'] !== undefined || given['end'] !== undefined
  const isNone = CONVERTING.every((name) => given[name] === undefined)
  const preset = given['to'] === undefined || given['to'] === 'none' ? (isPart && isNone ? 'own' : 'none') : given['to']
  if (preset === 'none' && CONVERTING.every((name) => (given[name] ?? 'keep') === 'keep')) {
    return {
      refused: `Nothing to convert was chosen. Choose a whole way of writing (“to”: ${wholes.map(({ name }) => name).join(', ')}), or some of: ${CONVERTING.map((name) => `“${name}”`).join(', ')}.`,
      isChoice: true,
    }
  }
  const around = isPart ? without(document, range) : document
  const own = ownOf ?? once(() => ownChoices(around))
  const all: Choices = { ...(preset === 'own' ? own() : wholes.find(({ name }) => name === preset)?.choices), ...given }
  const chosen = (name: string): string | undefined => (all[name] === 'keep' ? undefined : all[name])
  const isBare = chosen('references') === 'ieee' && (all['addresses'] ?? own()['addresses']) === 'bare'
  return {
    citations: chosen('citations') as Wanted['citations'],
    labels: labelsOf(document, chosen('labels'), { ...ownLabels(around), ...all }),
    references: isBare ? 'ieee-bare' : (chosen('references') as Wanted['references']),
    definitions: chosen('definitions') as Wanted['definitions'],
    dates: chosen('dates') as Wanted['dates'],
    inexact: given['inexact'] === 'convert',
    range,
  }
}

/** The options that convert something. */
export const CONVERTING = ['references', 'definitions', 'labels', 'citations', 'dates'] as const

/** The choices by which a file is written as it is: what leads back to it from another way of writing. */
export function ownChoices(document: Document): Choices {
  const {
    text,
    survey: { dialect, references },
  } = document
  const form = mostCommon(references, (reference) => entryForm(text, reference))
  const isBare =
    form === 'ieee-bare' ||
    (form === 'plain' &&
      mostCommon(
        references.filter(({ style }) => style === 'ieee'),
        (reference) => entryForm(text, reference),
      ) === 'ieee-bare')
  return {
    references: form === undefined ? dialect.references : styleIn(form),
    ...(isBare && { addresses: 'bare' }),
    definitions:
      mostCommon(
        references.filter(({ source }) => source !== undefined),
        definitionForms(document),
      ) ?? (dialect.definitions ? 'with' : 'without'),
    ...ownLabels(document),
    citations: usualBrackets(document) ?? (dialect.citation === 'footnote' ? 'keep' : dialect.citation),
    dates:
      mostCommon(references, ({ accessed }) => accessed && dateFormOf(accessed.text)) ??
      dateForms.find(({ separator }) => separator === dialect.dateHyphen)?.value ??
      'hyphen',
  }
}

const ownLabels = ({
  survey: {
    dialect: { section },
  },
}: Document): Choices => ({
  labels: section.form,
  ...(section.form === 'heading' ? { level: String(section.level) } : { mark: section.mark }),
})

function labelsOf(
  { survey: { dialect, initiatives } }: Document,
  form: string | undefined,
  { level, mark = '_' }: Choices,
): LabelForm | undefined {
  if (form === undefined) return undefined
  // Not all initiatives need stand as high as most, and no label as high as one.
  const lowest = initiatives.reduce((found, { label }) => Math.max(found, label.level ?? 0), dialect.initiativeLevel)
  return form === 'heading' ? { form, level: Number(level ?? Math.min(6, lowest + 1)) } : { form: 'emphasis', mark }
}

function rangeOf({ text }: Document, { start, end }: Choices): Span | Refusal {
  const [from, to] = [Number(start ?? 0), Number(end ?? text.length)]
  if (from > to)
    return { refused: `There is no text from ${from} to ${to}: “start” must not lie behind “end”.`, isChoice: true }
  if (to > text.length)
    return { refused: `There is no text from ${from} to ${to}: the file ends at ${text.length}.`, isChoice: true }
  return { from, to: end === undefined ? Infinity : to }
}

/** The document as it is around a part. */
function without(document: Document, { from, to: end }: Span): Document {
  const to = Math.min(end, document.text.length)
  return changeDocument(document, document.text.slice(0, from) + document.text.slice(to), { from, to, inserted: 0 })
}
