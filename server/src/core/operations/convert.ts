import { changeDocument, openDocument, type Document } from '../document'
import { applyEdits, type Edit } from '../text/edit'
import { operation } from './choices'
import { isRefusal, type Choices, type Operation, type PlannedChange, type Refusal } from './operation'
import { mostOf, type Aspect, type Collected, type Item } from './convert/aspect'
import { aspects } from './convert/aspects'
import { readChoices } from './convert/choices'
import { differences, type Difference } from './convert/difference'
import { misread, told, type Loss } from './convert/losses'
import { options } from './convert/options'
import type { Wanted } from './convert/wanted'

/**
 * From one way of writing to another, and back. What the way back would not restore to the letter is left alone, unless
 * the author says otherwise; and the result is read again before anybody sees it: it must say what the file says now.
 */
export const convert: Operation = operation({
  id: 'convert',
  title: 'Convert the Dialect',
  summary: 'Writes labels, citations, references, link definitions and dates in another way, so that converting back restores every byte.',
  options,

  plan(document, { words }) {
    if (!document.recognition.survey) return { refused: 'This file is not read as a survey, so nothing in it is converted. Put “survey: true” into its front matter if it is one.' }
    const wanted = readChoices(document, words)
    if (isRefusal(wanted)) return wanted
    const conversion = converted(document, wanted)
    if (isRefusal(conversion)) return conversion
    const { edits, changes, losses } = conversion
    return { edits, changes, losses: [...losses.map(({ message }) => message), ...unrestored(document, wanted, conversion)] }
  },
})

/** The choices that lead back from what `choices` make of a document. */
export function wayBack(document: Document, choices: Choices): Choices {
  const wanted = readChoices(document, choices)
  return isRefusal(wanted) ? {} : Object.assign({}, ...partsOf(document, wanted).map(({ back }) => back)) as Choices
}

/** What is about to be pasted into a document at an offset (UTF-16), written as the document is; as it is where that fails. */
export function convertPasted(document: Document, at: number, pasted: string, choices: Choices = {}): { readonly text: string; readonly losses: readonly string[] } {
  const text = document.text.slice(0, at) + pasted + document.text.slice(at)
  const whole = changeDocument(document, text, { from: at, to: at, inserted: pasted.length })
  const outcome = convert.plan(whole, { inexact: 'convert', ...choices, start: String(at), end: String(at + pasted.length) })
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
  readonly back: Choices
}

function converted(document: Document, wanted: Wanted): Conversion | Refusal {
  const parts = partsOf(document, wanted)
  const blamed = new Set<string>()
  for (let attempt = 0; ; attempt++) {
    const items = parts.flatMap(({ items: each }) => each.filter(({ key }) => !blamed.has(key)))
    const edits = items.flatMap((item) => item.edits).sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
    const after = edits.length === 0 ? document : openDocument(applyEdits(document.text, edits), document.hints)
    const found = edits.length === 0 ? [] : differences(document, after)
    const [difference] = found
    if (!difference) {
      return {
        edits, after,
        changes: parts.flatMap(({ aspect, items: each }) => changesOf(aspect, each.filter(({ key }) => !blamed.has(key)))).sort((a, b) => a.span.from - b.span.from),
        losses: [...parts.flatMap(({ losses }) => losses), ...misread(parts.flatMap(({ items: each }) => each.filter(({ key }) => blamed.has(key))))].sort((a, b) => a.span.from - b.span.from),
        isOneWay: parts.some(({ isOneWay }) => isOneWay),
        back: Object.assign({}, ...parts.map(({ back }) => back)) as Choices,
      }
    }
    const keys = found.flatMap(({ key }) => (key === undefined || blamed.has(key) ? [] : [key]))
    if (keys.length === 0 || attempt >= MOST_ATTEMPTS) return refusalFor(difference, parts)
    for (const key of keys) blamed.add(key)
  }
}

/** So often something is taken out that would be read otherwise; a text where more goes wrong is left alone. */
const MOST_ATTEMPTS = 4

function refusalFor({ message }: Difference, parts: readonly Sorted[]): Refusal {
  const used = parts.filter(({ items }) => items.length > 0)
  const suspect = used[0]
  const advice = suspect && used.length > 1 ? `Leave the ${suspect.aspect.option} as they are (“${suspect.aspect.option}: keep”), or change that place first.` : 'Change that place first.'
  return { refused: `Nothing is converted, as the result would say something else. ${message} ${advice}`, ...(suspect?.items[0] && { span: suspect.items[0].span }) }
}

const partsOf = (document: Document, wanted: Wanted): readonly Sorted[] =>
  aspects.filter(({ option }) => wanted[option as 'dates'] !== undefined).map((aspect) => sorted(aspect, aspect.collect(document, wanted), wanted))

interface Sorted {
  readonly aspect: Aspect
  readonly items: readonly Item[]
  readonly losses: readonly Loss[]
  readonly isOneWay: boolean
  /** What to choose for the way back. */
  readonly back: Choices
}

/** What is converted, and what had better not be, or will not come back: whatever the way back would not restore to its own bytes. */
function sorted(aspect: Aspect, { items, left, target, already }: Collected, { inexact }: Wanted): Sorted {
  const home = mostOf([...Array.from({ length: already }, () => target), ...items.map(({ form }) => form)]) ?? target
  const lostOf = (item: Item): string | undefined =>
    item.form === undefined ? item.lost ?? 'how they are written' : item.form === home && home !== target ? undefined : home === target ? MOSTLY_SO : 'that they are written otherwise than most'
  const kept = inexact ? items : items.filter((item) => lostOf(item) === undefined)
  const [first] = kept
  const isMixed = first !== undefined && already > 0
  const others = items.filter((item) => item.form !== undefined).length - kept.length
  const isMinority = first !== undefined && !isMixed && others >= kept.length
  const losses = [
    ...(isMixed ? [{ span: first.span, message: `${aspect.subject}: ${already} of ${already + kept.length} are written that way already. Converting back would change all of them.` }] : []),
    ...(isMinority ? [{ span: first.span, message: `${aspect.subject}: ${others} others are left as they are. Converting back would leave all of them.` }] : []),
    ...told(aspect, items.map((item) => ({ name: item.name, span: item.span, reason: lostOf(item) })), inexact ? (lost) => `converting back will not restore ${lost}` : (lost) => `left as they are: converting back would not restore ${lost}`),
    ...told(aspect, left, (reason) => `left as they are: ${reason}`),
  ]
  return { aspect, items: kept, losses, isOneWay: isMixed || isMinority || (inexact && kept.some((item) => lostOf(item) !== undefined)), back: aspect.choicesFor(home) }
}

const MOSTLY_SO = 'what differs from most, which are written that way already (choose “convert” for what is inexact to bring it into line)'

/** Entries one by one, as each is a text; all else by its first example. */
function changesOf({ subject }: Aspect, items: readonly Item[]): readonly PlannedChange[] {
  const own = items.flatMap(({ subject: title, before, after, span }) => (title === undefined ? [] : [{ subject: title, before, after, span }]))
  const others = items.filter((item) => item.subject === undefined)
  const [first] = others
  return first ? [...own, { subject: others.length === 1 ? subject : `${subject} (${others.length})`, before: first.before, after: first.after, span: first.span }] : own
}

/** Walks the way back and compares. What is left alone makes no difference; so there is nothing to say unless something was overlooked. */
function unrestored(document: Document, wanted: Wanted, { edits, after, isOneWay, back }: Conversion): readonly string[] {
  if (edits.length === 0 || isOneWay || Number.isFinite(wanted.range.to) || wanted.range.from > 0) return []
  const wantedBack = readChoices(after, back)
  const text = isRefusal(wantedBack) ? after.text : applyEdits(after.text, partsOf(after, wantedBack).flatMap(({ items }) => items.flatMap((item) => item.edits)))
  if (text === document.text) return []
  let at = 0
  while (text[at] === document.text[at]) at++
  return [`Converting back would not restore the file to the letter: it would differ first in line ${document.text.slice(0, at).split('\n').length}.`]
}
