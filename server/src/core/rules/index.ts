import type { Rule } from './rule'

/** Every rule, in the order of the documentation: structure, citations, references. */
export const rules: readonly Rule[] = []
