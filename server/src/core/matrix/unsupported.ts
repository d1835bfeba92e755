import type { Section } from '../survey/model'

/**
 * The place for the number of sentences of a section that have no source. Nothing counts them yet; once it answers a number, every
 * format, the request and the grid say it.
 */
export const unsupportedSentences = (_section: Section, _text: string): number | undefined => undefined
