import { severities, type FoundBy, type Severity } from '../../core'
import type { Paint } from '../paint'
import { printable } from '../terminal'
import { columns } from './columns'
import type { CheckedFile } from './checkedFile'

/** The result of `survey check` as compilers print theirs: a line for each finding, and one that sums up. */
export function checkText(files: readonly CheckedFile[], paint: Paint): string {
  const rows = files.flatMap((file) => file.findings.map((finding) => rowOf(finding, file, paint)))
  const lines = rows.length === 0 ? '' : `${columns(rows)}\n\n`
  return `${lines}${summaryOf(files)}\n`
}

function rowOf({ span, rule, severity, message }: FoundBy, { path, document: { buffer } }: CheckedFile, paint: Paint) {
  const { line, character } = buffer.positionAt(span.from)
  return [
    { text: `${printable(path)}:${line + 1}:${character + 1}` },
    { text: severity, paint: (text: string) => paint(STYLES[severity], text) },
    { text: rule.code, paint: (text: string) => paint('dim', text) },
    { text: printable(message) },
  ]
}

const STYLES = { hint: 'dim', information: 'blue', warning: 'yellow', error: 'red' } as const

function summaryOf(files: readonly CheckedFile[]): string {
  const surveys = files.filter(({ isChecked }) => isChecked).length
  const candidates = files.filter(
    ({ document: { recognition }, isChecked }) => recognition.isCandidate && !isChecked,
  ).length
  const others = files.length - surveys - candidates
  const left = [
    ...(candidates === 0 ? [] : [`${number(candidates, 'file')} that ${candidates === 1 ? 'looks' : 'look'} like one`]),
    ...(others === 0 ? [] : [number(others, 'other file')]),
  ]
  const found = files.flatMap(({ findings }) => findings.map(({ severity }) => severity))
  const counts = [...severities]
    .reverse()
    .map((severity) => counted(severity, found))
    .filter((count) => count !== undefined)
  return [
    `Checked ${number(surveys, 'survey')}`,
    left.length === 0 ? '' : ` (${left.join(' and ')} left alone)`,
    surveys === 0 ? '.' : `: ${counts.length === 0 ? 'nothing to report' : counts.join(', ')}.`,
  ].join('')
}

function counted(severity: Severity | 'off', found: readonly Severity[]): string | undefined {
  const count = found.filter((each) => each === severity).length
  if (count === 0) return undefined
  return severity === 'information' ? `${count} information` : number(count, severity)
}

const number = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
