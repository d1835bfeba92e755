import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { applyEdits, type Plan } from '../../core'
import type { ReadSurvey } from '../files'
import { printable } from '../terminal'
import { counted } from './counted'

/** What a plan would do to a file: old and new numbers, then a unified diff, which `patch` finds behind them. */
export function planText(plan: Plan, { path, document: { text }, mark }: ReadSurvey): string {
  const rows = plan.changes.map(
    ({ before, after, subject }) => `  ${[before, after].filter(Boolean).join(' → ')}  ${printable(subject)}\n`,
  )
  const head = `${counted(plan, path)}\n${rows.join('')}`
  return plan.edits.length === 0
    ? head
    : `${head}\n${diff(mark + text, mark + applyEdits(text, plan.edits), printable(path))}\n`
}

function diff(before: string, after: string, path: string): string {
  return (
    createTwoFilesPatch(path, path, before, after, undefined, undefined, {
      context: 3,
      timeout: LONGEST_DIFF_MS,
      headerOptions: FILE_HEADERS_ONLY,
    }) ?? '(The changes are too many for a diff.)\n'
  )
}

/** In ms. */
const LONGEST_DIFF_MS = 10_000
