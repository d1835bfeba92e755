import type { DialectPart } from './dialectPart'
import { citationParts } from './citations'
import { dates } from './dates'
import { definitions } from './definitions'
import { entries } from './entries'
import { labels } from './labels'

/** All that is written in one way or another, in the order in which a preview tells it. */
export const dialectParts: readonly DialectPart[] = [labels, citationParts, entries, definitions, dates]
