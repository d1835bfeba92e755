import { parseMarkdown, reparseMarkdown, type Markdown } from './markdown'
import { carried, createMemory, type Memory } from './memory'
import { changedAspects, type Aspect } from './survey/aspects'
import { buildSurvey } from './survey/build'
import { askedFor, declaredProfile, recognise, type Hints, type Recognition } from './survey/detect'
import { factsOf, type Facts } from './survey/facts'
import type { Gathered } from './survey/gather'
import type { Survey } from './survey/model'
import { omissionIn, omitting } from './survey/omitted'
import { profiles } from './survey/profiles'
import { readerOf } from './survey/reader'
import { gatheredBy, isSameReading, readingOf } from './survey/reading'
import { signFinder } from './survey/sign'
import { wordsOf } from './survey/words'
import type { Change } from './text/change'
import { once } from './text/once'
import { Text } from './text/text'

/**
 * One version of a file: its text and what it says. A value: an edit makes another. What an edit seldom changes, and not
 * everybody wants to know, is found out when somebody asks.
 */
export interface Document {
  readonly buffer: Text
  /** The same as one string, which is put together when somebody asks: of a large file, `buffer` gives a piece sooner. */
  readonly text: string
  readonly markdown: Markdown<Facts>
  readonly gathered: Gathered
  readonly hints: Hints
  readonly recognition: Recognition
  /** The model, whether or not the file is a survey: ask `recognition` first. */
  readonly survey: Survey
  readonly memory: Memory
}

/** Reads a text. Never fails. */
export function openDocument(text: string | Text, hints: Hints = {}): Document {
  const buffer = typeof text === 'string' ? Text.of(text) : text
  const declared = declaredProfile(buffer)
  return mayBeSurvey(buffer, declared, hints) ? readDocument(buffer, hints) : unread(buffer, hints)
}

/** What has no sign of a survey is not parsed before somebody asks. */
const mayBeSurvey = (buffer: Text, declared: string | undefined, { listedAs, config, configListsAs }: Hints): boolean =>
  [declared, listedAs, configListsAs, config?.profile].some((each) => each !== undefined) ||
  config?.isInferred === true ||
  hasSign(buffer.toString())

const hasSign = signFinder(profiles[0])

function unread(buffer: Text, hints: Hints): Document {
  const document = once(() => readDocument(buffer, hints))
  return {
    buffer,
    hints,
    recognition: {
      survey: false,
      isCandidate: false,
      get reason() {
        return document().recognition.reason
      },
    },
    get text() {
      return buffer.toString()
    },
    get markdown() {
      return document().markdown
    },
    get gathered() {
      return document().gathered
    },
    get survey() {
      return document().survey
    },
    get memory() {
      return document().memory
    },
  }
}

/** The same without looking for a sign first. */
export function readDocument(buffer: Text, hints: Hints): Document {
  const declared = declaredProfile(buffer)
  const { profile: whole, ...asked } = askedFor(declared, hints)
  const profile = omitting(whole, omissionIn(buffer)?.names ?? [])
  const words = wordsOf(profile)
  const markdown = parseMarkdown(buffer, (blocks, chunk) => factsOf(blocks, chunk, words))
  return assemble(markdown, declared, hints, createMemory({ reader: readerOf(profile), ...asked }), undefined)
}

/** The next version of a document, `change` away from it. Equal to `openDocument(text, document.hints)`. */
export function changeDocument(document: Document, text: string | Text, change: Change): Document {
  const { markdown, hints, memory } = document
  const buffer = typeof text === 'string' ? Text.of(text) : text
  const declared = declaredProfile(buffer)
  if (declared !== declaredProfile(markdown.text) || omits(buffer) !== omits(markdown.text))
    return openDocument(buffer, hints)
  const next = reparseMarkdown(markdown, buffer, change)
  const changed = changedAspects(markdown, next, change)
  const isRecognised = !RECOGNISED_BY.some((aspect) => changed.has(aspect))
  return assemble(next, declared, hints, carriedOn(memory, next, changed, change), isRecognised ? document : undefined)
}

const omits = (buffer: Text): string | undefined => omissionIn(buffer)?.names.join('\n')

/** What stays true. Where more or less is written than before, the text may be read in another way: then as if its labels had changed. */
function carriedOn(memory: Memory, markdown: Markdown<Facts>, changed: ReadonlySet<Aspect>, change: Change): Memory {
  const next = carried(memory, changed, change)
  if (changed.has('labels') || !changed.has('weights')) return next
  const reading = readingOf(markdown, next.lists, memory.asked, memory.reading)
  const isSame = memory.reading && !memory.isReadAnew && isSameReading(memory.reading, reading)
  const kept = isSame ? next : carried(memory, new Set([...changed, 'labels']), change)
  return { ...kept, reading, isReadAnew: false }
}

/** What tells a survey from other texts, and by which profile to read it. */
const RECOGNISED_BY: readonly Aspect[] = ['labels', 'weights']

function assemble(
  markdown: Markdown<Facts>,
  declared: string | undefined,
  hints: Hints,
  memory: Memory,
  alike: Document | undefined,
): Document {
  const buffer = markdown.text
  const reading = once(() => {
    if (!memory.reading || memory.isReadAnew)
      [memory.reading, memory.isReadAnew] = [readingOf(markdown, memory.lists, memory.asked, memory.reading), false]
    return memory.reading
  })
  const gathered = once(() => gatheredBy(reading(), markdown, memory.lists))
  const survey = once(() => buildSurvey(buffer, gathered(), reading().region, reading().reader))
  const recognition = alike
    ? alike.recognition
    : recognise(buffer, survey(), declared, hints, reading().reader.structure)
  return {
    buffer,
    markdown,
    hints,
    recognition,
    memory,
    get gathered() {
      return gathered()
    },
    get text() {
      return buffer.toString()
    },
    get survey() {
      return survey()
    },
  }
}
