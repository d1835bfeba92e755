import { parseMarkdown, reparseMarkdown, type Markdown } from './markdown'
import { buildSurvey } from './survey/build'
import { declaredProfile, profileFor, recognise, type Hints, type Recognition } from './survey/detect'
import { factsOf, type Facts } from './survey/facts'
import { gather, type Gathered } from './survey/gather'
import type { Survey } from './survey/model'
import { readerOf, type Reader } from './survey/reader'
import type { Change } from './text/change'

/** One version of a file: its text and what it says. A value: an edit makes another. */
export interface Document {
  readonly text: string
  readonly markdown: Markdown<Facts>
  readonly hints: Hints
  readonly recognition: Recognition
  /** The model, whether or not the file is a survey: ask `recognition` first. */
  readonly survey: Survey
  /** What one version hands on to the next. Nothing depends on it but speed. */
  readonly memory: { readonly reader: Reader; readonly gathered: Gathered }
}

/** Reads a text. Never fails. */
export function openDocument(text: string, hints: Hints = {}): Document {
  const declared = declaredProfile(text)
  const reader = readerOf(profileFor(declared, hints))
  const markdown = parseMarkdown(text, (blocks, chunk) => factsOf(blocks, chunk, reader))
  return assemble(markdown, reader, declared, hints, undefined)
}

/** The next version of a document, `change` away from it. Equal to `openDocument(text, document.hints)`. */
export function changeDocument({ markdown, hints, memory }: Document, text: string, change: Change): Document {
  const declared = declaredProfile(text)
  if (profileFor(declared, hints) !== memory.reader.profile) return openDocument(text, hints)
  return assemble(reparseMarkdown(markdown, text, change), memory.reader, declared, hints, memory.gathered)
}

function assemble(markdown: Markdown<Facts>, reader: Reader, declared: string | undefined, hints: Hints, before: Gathered | undefined): Document {
  const { text } = markdown
  const gathered = gather(markdown, before)
  const survey = buildSurvey(text, gathered, reader)
  return { text, markdown, hints, survey, recognition: recognise(text, survey, declared, hints), memory: { reader, gathered } }
}
