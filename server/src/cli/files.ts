import { Buffer, isUtf8 } from 'node:buffer'
import { createReadStream, fstatSync } from 'node:fs'
import { openDocument, type Document, type Hints } from '../core'
import { onDisk } from '../node/bytePath'
import { createHints, type HintsFor, type LookIntoConfig } from './configs'
import { reasonOf } from './reason'
import type { Terminal } from './terminal'

/** A file that was read. */
export interface ReadSurvey {
  /** As it was given. */
  readonly path: string
  readonly document: Document
  /** What stood before the text: a byte order mark, or nothing. */
  readonly mark: string
}

/**
 * Reads files one after the other. One that cannot be read is told to the terminal and left out.
 * A byte order mark is no part of the text, as in editors: the first character of line 1 is the one after it.
 * `look` finds what else there is to tell of a `.survey.json`.
 */
export async function* readFiles(
  paths: readonly string[],
  terminal: Terminal,
  look?: LookIntoConfig,
): AsyncGenerator<ReadSurvey> {
  const hintsFor = createHints(terminal, look)
  for (const path of paths) {
    const file = await readFile(path, hintsFor)
    if ('problem' in file) terminal.problem(`${path}: ${file.problem}`)
    else yield file
    if ('document' in file && file.document.text === '') terminal.note(`${path}: is empty`)
  }
}

interface Problem {
  readonly problem: string
}

/** No author writes more than this; a log or a dump that was named by mistake need not be waited for. */
const MOST_MEGABYTES = 16

async function readFile(path: string, hintsFor: HintsFor): Promise<ReadSurvey | Problem> {
  if (path === '-' && isFolder(0)) return { problem: 'standard input is a directory' }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of path === '-' ? process.stdin : createReadStream(onDisk(path))) {
      chunks.push(chunk as Uint8Array)
      size += (chunk as Uint8Array).length
      if (size > MOST_MEGABYTES * 1_000_000)
        return { problem: `is larger than ${MOST_MEGABYTES} MB, too large for a survey` }
    }
  } catch (error) {
    return { problem: reasonOf(error as NodeJS.ErrnoException) }
  }
  const bytes = Buffer.concat(chunks)
  const text = textOf(bytes)
  return typeof text === 'string'
    ? understand(path, text, bytes.subarray(0, 3).toString('hex') === 'efbbbf' ? '\ufeff' : '', await hintsFor(path))
    : text
}

/** Node reads a folder as if it were empty. */
function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory()
  } catch {
    return false
  }
}

/** The core throws nothing; if it ever does, that file is lost and not the others. */
function understand(path: string, text: string, mark: string, hints: Hints): ReadSurvey | Problem {
  try {
    return { path, document: openDocument(text, hints), mark }
  } catch (error) {
    return { problem: `cannot be understood (${error instanceof Error ? error.message : String(error)})` }
  }
}

function textOf(bytes: Buffer): string | Problem {
  const start = bytes.subarray(0, 2).toString('hex')
  if (start === 'fffe' || start === 'feff') return { problem: 'is UTF-16; save it as UTF-8' }
  if (bytes.includes(0)) return { problem: 'is a binary file' }
  if (!isUtf8(bytes)) return { problem: 'is not UTF-8; save it as UTF-8' }
  return new TextDecoder().decode(bytes)
}
