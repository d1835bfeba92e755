import { citations } from './citations'
import { beginnings } from './beginnings'
import type { CompletionSource } from './source'

/** The sources of completions. At one place only one of them has something to say. */
export const completionSources: readonly CompletionSource[] = [citations, beginnings]
