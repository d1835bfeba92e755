import type { Known } from '../known'
import type { Dialect } from '../survey/model'

/** Whether citations in a file have two pairs of brackets; what it has most seldom changes by one. */
export const citationForm: Known<Pick<Dialect, 'citation'>> = {
  reads: ['labels', 'citations', 'numbers'],
  find: ({ survey }) => ({ citation: survey.dialect.citation }),
}
