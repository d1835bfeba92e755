import type { Document } from './document'
import type { Aspect } from './survey/aspects'

/**
 * Something to find out of a whole document that edits seldom change. Where it names what it `reads`, it must have no places in it, and
 * depend on nothing but those aspects: as long as these stay as they are, the versions of a document share what was found in one of
 * them. Where it does not, it is found anew in every version.
 */
export interface Known<T> {
  readonly reads?: readonly Aspect[]
  find(document: Document): T
}

export function known<T>(document: Document, fact: Known<T>): T {
  const { facts } = document.memory
  const remembered = facts.get(fact) ?? { reads: fact.reads, value: fact.find(document) }
  facts.set(fact, remembered)
  return remembered.value as T
}
