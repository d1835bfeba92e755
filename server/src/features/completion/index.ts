import { citations } from './citations'
import { labels } from './labels'
import type { CompletionSource } from './source'

/** The sources of completions. At one place only one of them has something to say. */
export const completionSources: readonly CompletionSource[] = [citations, labels]
