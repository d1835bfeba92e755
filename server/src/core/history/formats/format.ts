import type { History } from '../revision'

/** A way to print a history: one file in this folder, one entry in its `index.ts`. */
export interface HistoryFormat {
  readonly id: string
  print(history: History): string
}
