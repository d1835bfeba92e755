import { changeDocument, openDocument, type Document } from '../document'
import { applyEdits, type Edit } from '../text/edit'
import type { Span } from '../text/span'
import { isRefusal, type Choices, type Operation, type Outcome, type PlannedChange, type Refusal } from './operation'
import type { Aspect, Collected, Item } from './convert/aspect'
import { aspects } from './convert/aspects'
import { ownChoices, readChoices } from './convert/choices'
import { differences, type Difference } from './convert/difference'
import { options } from './convert/options'
import type { Wanted } from './convert/wanted'

/**
 * From one way of writing to another, and back. What the way back would not restore to the letter is left alone, unless
 * the author says otherwise; and the result is read again before anybody sees it: it must say what the file says now.
 */
export const convert: Operation = {
  id: 'convert',
  title: 'Convert the Dialect',
  summary: 'Writes labels, citations, references, link definitions and dates in another way, so that converting back restores every byte.',
  options,

  plan(document, choices) {
    if (!document.recognition.survey) return { refused: 'This file is not read as a survey, so nothing in it is converted. Put “survey: true” into its front matter if it is one.' }
    const wanted = readChoices(document, choices)
    if (isRefusal(wanted)) return wanted
    const conversion = converted(document, wanted)
    if (isRefusal(conversion)) return conversion
    const { edits, changes, losses } = conversion
    return { edits, changes, losses: [...losses.map(({ message }) => message), ...unrestored(document, wanted, choices, conversion)] }
  },
}

/** The choices that lead back from what `choices` make of a document. For a part of it, without its place. */
export function wayBack(document: Document, choices: Choices): Choices {
  const own = ownChoices(document)
  const wanted = readChoices(document, choices)
  if (isRefusal(wanted)) return {}
  const names = aspects.map(({ option }) => option).filter((option) => wanted[option as 'dates'] !== undefined)
  const beside = ['addresses', 'level', 'mark']
  return Object.fromEntries(Object.entries(own).filter(([name]) => names.includes(name) || beside.includes(name)))
}

/** What is about to be pasted into a document at an offset (UTF-16), written as the document is; as it is where that fails. */
export function convertPasted(document: Document, at: number, pasted: string, choices: Choices = {}): { readonly text: string; readonly losses: readonly string[] } {
  const text = document.text.slice(0, at) + pasted + document.text.slice(at)
  const whole = changeDocument(document, text, { from: at, to: at, inserted: pasted.length })
  const outcome = convert.plan(whole, { ...choices, start: String(at), end: String(at + pasted.length) })
  if (isRefusal(outcome)) return { text: pasted, losses: [outcome.refused] }
  const result = applyEdits(text, outcome.edits)
  return { text: result.slice(at, result.length - (document.text.length - at)), losses: outcome.losses }
}

interface Conversion {
  readonly edits: readonly Edit[]
  readonly changes: readonly PlannedChange[]
  readonly losses: readonly Loss[]
  readonly after: Document
  /** Whether something was there already, or cannot be restored, so that the way back leads elsewhere. */
  readonly isOneWay: boolean
}

export interface Loss {
  readonly message: string
  readonly span: Span
}

function converted(document: Document, wanted: Wanted): Conversion | Refusal {
  const parts = aspects
    .filter(({ option }) => wanted[option as 'dates'] !== undefined)
    .map((aspect) => sorted(aspect, aspect.collect(document, wanted), wanted))
  const blamed = new Set<string>()
  for (let attempt = 0; ; attempt++) {
    const items = parts.flatMap(({ items: each }) => each.filter(({ key }) => !blamed.has(key)))
    const edits = items.flatMap((item) => item.edits).sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
    const after = edits.length === 0 ? document : openDocument(applyEdits(document.text, edits), document.hints)
    const [difference] = edits.length === 0 ? [] : differences(document, after)
    if (!difference) {
      return {
        edits, after,
        changes: parts.flatMap(({ aspect, items: each }) => changesOf(aspect, each.filter(({ key }) => !blamed.has(key)))).sort((a, b) => a.span.from - b.span.from),
        losses: parts.flatMap(({ losses, items: each }) => [...losses, ...each.filter(({ key }) => blamed.has(key)).map(({ name, span }) => left(name, span, 'it would be read otherwise'))])
          .sort((a, b) => a.span.from - b.span.from),
        isOneWay: parts.some(({ isOneWay }) => isOneWay),
      }
    }
    if (difference.key === undefined || blamed.has(difference.key) || attempt >= MOST_ATTEMPTS) return refusalFor(difference, parts)
    blamed.add(difference.key)
  }
}

/** So often something is taken out that would be read otherwise; a text where more goes wrong is left alone. */
const MOST_ATTEMPTS = 4

function refusalFor({ message }: Difference, parts: readonly Sorted[]): Refusal {
  const names = parts.filter(({ items }) => items.length > 0).map(({ aspect }) => aspect.option)
  const first = parts.flatMap(({ items }) => items)[0]
  return {
    refused: `Nothing is converted, as the result would say something else. ${message} ${names.length > 1 ? `Convert fewer things at once (here: ${names.join(', ')}), or a part of the file.` : 'Convert a part of the file, or change that place first.'}`,
    ...(first && { span: first.span }),
  }
}

interface Sorted {
  readonly aspect: Aspect
  readonly items: readonly Item[]
  readonly losses: readonly Loss[]
  readonly isOneWay: boolean
}

/** What is converted, and what had better not be, or will not come back. */
function sorted(aspect: Aspect, { items, left: stuck, home, target, already }: Collected, { inexact }: Wanted): Sorted {
  // Where most of a file is as is wanted, the rest is brought into line, and there is no way back to its being mixed.
  const unifies = home === undefined || home === target || (aspect.option === 'references' && home.startsWith('ieee') && target.startsWith('ieee'))
  const strange = (item: Item): string | undefined =>
    item.form === undefined ? item.lost ?? 'how it is written' : item.form !== home && !unifies ? 'that it is written otherwise than most' : undefined
  const kept = inexact ? items : items.filter((item) => item.form !== undefined && (unifies || item.form === home))
  const losses = items.flatMap((item): readonly Loss[] => {
    const lost = strange(item)
    if (lost === undefined) return []
    const message = inexact ? `${item.name}: converting back will not restore ${lost}.` : left(item.name, item.span, `converting back would not restore ${lost}`).message
    return [{ message, span: item.span }]
  })
  const first = kept[0]
  const mixed = first && (already > 0 || unifies)
    ? [{ span: first.span, message: `${aspect.subject}: ${already} of ${already + kept.length} are written that way already, and nothing will tell ${already === 1 ? 'it' : 'them'} from the others. Converting back would change all.` }]
    : []
  return { aspect, items: kept, losses: [...mixed, ...losses, ...stuck.map(({ name, span, reason }) => left(name, span, reason))], isOneWay: mixed.length > 0 || (inexact && losses.length > 0) }
}

const left = (name: string, span: Span, reason: string): Loss => ({ message: `${name} is left as it is: ${reason}.`, span })

/** Entries one by one, as each is a text; all else by its first example. */
function changesOf({ subject }: Aspect, items: readonly Item[]): readonly PlannedChange[] {
  const own = items.flatMap(({ subject: title, before, after, span }) => (title === undefined ? [] : [{ subject: title, before, after, span }]))
  const others = items.filter((item) => item.subject === undefined)
  const [first] = others
  return first ? [...own, { subject: others.length === 1 ? subject : `${subject} (${others.length})`, before: first.before, after: first.after, span: first.span }] : own
}

/** Walks the way back and compares. What is left alone makes no difference; so there is nothing to say unless something was overlooked. */
function unrestored(document: Document, wanted: Wanted, choices: Choices, { edits, after, isOneWay }: Conversion): readonly string[] {
  if (edits.length === 0 || isOneWay || Number.isFinite(wanted.range.to) || wanted.range.from > 0) return []
  const back = readChoices(after, wayBack(document, choices))
  const text = isRefusal(back) ? after.text : applyEdits(after.text, aspects.filter(({ option }) => back[option as 'dates'] !== undefined)
    .flatMap((aspect) => sorted(aspect, aspect.collect(after, back), back).items.flatMap((item) => item.edits)))
  if (text === document.text) return []
  let at = 0
  while (text[at] === document.text[at]) at++
  return [`Converting back would not restore the file to the letter: it would differ first in line ${document.text.slice(0, at).split('\n').length}.`]
}

export type { Outcome }
