import { parseMarkdown, reparseMarkdown, type Markdown } from './markdown'
import { carried, createMemory, type Memory } from './memory'
import { changedAspects, type Aspect } from './survey/aspects'
import { buildSurvey } from './survey/build'
import { declaredProfile, profileFor, recognise, type Hints, type Recognition } from './survey/detect'
import { factsOf, type Facts } from './survey/facts'
import { gather, type Gathered } from './survey/gather'
import { findInitiatives } from './survey/initiatives'
import type { Survey } from './survey/model'
import { readerOf } from './survey/reader'
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
  const reader = readerOf(profileFor(declared, hints))
  const markdown = parseMarkdown(buffer, (blocks, chunk) => factsOf(blocks, chunk, reader))
  return assemble(markdown, declared, hints, createMemory(reader), undefined)
}

/** The next version of a document, `change` away from it. Equal to `openDocument(text, document.hints)`. */
export function changeDocument(document: Document, text: string | Text, change: Change): Document {
  const { markdown, hints, memory } = document
  const buffer = typeof text === 'string' ? Text.of(text) : text
  const declared = declaredProfile(buffer)
  if (declared !== declaredProfile(markdown.text) || profileFor(declared, hints) !== memory.reader.profile)
    return openDocument(buffer, hints)
  const next = reparseMarkdown(markdown, buffer, change)
  const changed = changedAspects(markdown, next, change)
  const isRecognised = !RECOGNISED_BY.some((aspect) => changed.has(aspect))
  return assemble(next, declared, hints, carried(memory, changed, change), isRecognised ? document : undefined)
}

/** What tells a survey from other texts. */
const RECOGNISED_BY: readonly Aspect[] = ['labels', 'weights']

function assemble(
  markdown: Markdown<Facts>,
  declared: string | undefined,
  hints: Hints,
  memory: Memory,
  alike: Document | undefined,
): Document {
  const buffer = markdown.text
  const gathered = gather(markdown, memory.lists)
  const survey = once(() => {
    memory.region ??= { found: findInitiatives(gathered.marks, memory.reader.profile.initiative.length) }
    return buildSurvey(buffer, gathered, memory.region.found, memory.reader)
  })
  const recognition = alike ? alike.recognition : recognise(buffer, survey(), declared, hints)
  return {
    buffer,
    markdown,
    gathered,
    hints,
    recognition,
    memory,
    get text() {
      return buffer.toString()
    },
    get survey() {
      return survey()
    },
  }
}
