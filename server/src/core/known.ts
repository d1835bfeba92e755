import type { Document } from './document'
import type { Aspect } from './survey/aspects'

/**
 * Something to find out of a whole document that edits seldom change. It must have no places in it, and depend on nothing but the
 * aspects that it `reads`: as long as these stay as they are, the versions of a document share what was found in one of them.
 */
export interface Known<T> {
  readonly reads: readonly Aspect[]
  find(document: Document): T
}

export function known<T>(document: Document, fact: Known<T>): T {
  const { facts } = document.memory
  const remembered = facts.get(fact) ?? { reads: fact.reads, value: fact.find(document) }
  facts.set(fact, remembered)
  return remembered.value as T
}
