import type { Document } from '../document'
import { known } from '../known'
import type { Reference } from '../references/model'
import { citation } from '../writing/skeleton'
import { once } from '../text/once'
import { citationForm } from './citationForm'
import { citationsBefore } from './citationsBefore'

/**
 * Writes citations in a file's form: where most of them lead to their source themselves, `[[7]](https://…)`, with its address. `isLinked` says that
 * the one whose place it takes does.
 */
export function citationWriter(
  document: Document,
  isLinked = false,
): (number: number, address: string | undefined) => string {
  const form = known(document, citationForm)
  const withAddress = once(() => form.citation === 'double' && (isLinked || linksDirectly(document)))
  return (number, address) => {
    const target = address !== undefined && withAddress() ? targetOf(address) : undefined
    return citation(form, number) + (target === undefined ? '' : `(${target})`)
  }
}

/** Where a reference's citations may lead. */
export const addressOfReference = ({ url, definition }: Reference): string | undefined =>
  url?.text ?? definition?.url.text

/** Of the last citations, which tell enough: what follows them is no part of what is remembered of them. */
function linksDirectly(document: Document): boolean {
  let count = 0
  let linked = 0
  for (const { to } of citationsBefore(document, document.buffer.length)) {
    if (LINK.test(document.buffer.slice(to, to + 10))) linked++
    if (++count >= LAST_CITATIONS) break
  }
  return linked * 2 > count
}

const LAST_CITATIONS = 100

/** To elsewhere than a place in the file. */
const LINK = /^\(<?(?:https?:|www\.)/iu

/** As a link in Markdown has it: without blanks and parentheses. */
function targetOf(address: string): string | undefined {
  const bare = address.replace(/^<|>$/gu, '')
  if (!/^(?:https?:\/\/|www\.)[^?]/iu.test(bare)) return undefined
  return (/^www/iu.test(bare) ? `https://${bare}` : bare).replace(
    /[\s()<>]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
