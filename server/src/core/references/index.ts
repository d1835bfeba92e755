import type { ReferenceStyle } from './dialect'
import { ieee } from './ieee'
import { plain } from './plain'

/** The styles that are tried on an entry, in order: the last takes whatever is left. */
export const referenceStyles: readonly ReferenceStyle[] = [ieee, plain]

/** The style that an entry's text is written in. */
export const styleOf = (text: string): ReferenceStyle =>
  referenceStyles.find((style) => style.recognises(text)) ?? plain

/** The style with that id, or the plain one. */
export const styleNamed = (id: string): ReferenceStyle => referenceStyles.find((style) => style.id === id) ?? plain
