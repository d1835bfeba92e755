import { parseMarkdown, reparseMarkdown, type Markdown } from './markdown'
import { buildSurvey } from './survey/build'
import { declaredProfile, recognise, type Hints, type Recognition } from './survey/detect'
import type { FactsCache } from './survey/gather'
import type { Survey } from './survey/model'
import { profileNamed } from './survey/profiles'
import { readerOf, type Reader } from './survey/reader'
import type { Change } from './text/change'

/** One version of a file: its text and what it says. A value: an edit makes another. */
export interface Document {
  readonly text: string
  readonly markdown: Markdown
  readonly hints: Hints
  readonly recognition: Recognition
  /** The model, whether or not the file is a survey: ask `recognition` first. */
  readonly survey: Survey
  readonly memory: Memory
}

/** What one version of a file hands on to the next. Nothing depends on it but speed. */
interface Memory {
  readonly reader: Reader
  readonly cache: FactsCache
}

/** Reads a text. Never fails. */
export const openDocument = (text: string, hints: Hints = {}): Document => read(parseMarkdown(text), hints, undefined)

/** The next version of a document, `change` away from it. Equal to `openDocument(text, document.hints)`. */
export const changeDocument = (document: Document, text: string, change: Change): Document =>
  read(reparseMarkdown(document.markdown, text, change), document.hints, document.memory)

function read(markdown: Markdown, hints: Hints, known: Memory | undefined): Document {
  const declared = declaredProfile(markdown)
  const profile = profileNamed(declared)
  const memory = known?.reader.profile === profile ? known : { reader: readerOf(profile), cache: new WeakMap() }
  const survey = buildSurvey(markdown, memory.reader, memory.cache)
  return { text: markdown.text, markdown, hints, survey, recognition: recognise(markdown, survey, declared, hints), memory }
}
