import { applyEdits, isRefusal, type Operation, type Plan, type Refusal } from '../core'
import { createBlankCopies, type BlankCopies } from './blankCopies'
import type { Command } from './command'
import { readFiles, type ReadSurvey } from './files'
import { clearLeftovers } from './leftovers'
import { dryRun, operationOption, write } from './options'
import { reasonOf } from './reason'
import { replaceFile } from './replaceFile'
import { planText } from './reports/planText'
import { counted } from './reports/counted'
import type { Terminal } from './terminal'

/** The command that carries an operation out on files. Its options are the operation's, and whether to write. */
export const operationCommand = (operation: Operation): Command => ({
  name: operation.id,
  summary: operation.summary,
  details: [
    ...operation.options.filter(({ values }) => values).map(valuesOf),
    'Without --write nothing is changed: what would change is printed, as a list and as a unified diff. A file that is\nnot a survey is left alone. Where numbers are ambiguous, the reason is printed and the file stays as it is.',
  ],
  options: {
    ...Object.fromEntries(operation.options.map((option) => [option.name, operationOption(option)])),
    'dry-run': dryRun,
    write,
  },

  async run({ files, options, terminal }) {
    if (options['write'] && options['dry-run']) {
      terminal.problem('--dry-run and --write are opposites; give one of them')
      return 2
    }
    const choices = Object.fromEntries(
      operation.options.flatMap(({ name }) => (options[name] ? [[name, options[name]]] : [])),
    )
    const rescued = options['write'] ? await clearLeftovers(files) : new Map<string, string>()
    const copies = createBlankCopies(files)
    try {
      let isRefused = false
      for await (const file of readFiles(files, terminal)) {
        const rescue = rescued.get(file.path)
        if (rescue !== undefined) {
          terminal.problem(
            `${file.path}: may be half written: a run was interrupted. Its old text is in ${rescue}: restore that, or remove it`,
          )
          continue
        }
        const { recognition } = file.document
        if (!recognition.survey) {
          terminal.note(`${file.path}: is left alone, as it is not a survey`)
          if (options['write'] && file.path === '-') terminal.write(file.mark + file.document.text)
          continue
        }
        const outcome = operation.plan(file.document, choices)
        if (isRefusal(outcome) && outcome.isChoice) {
          terminal.problem(`${asOptions(outcome.refused, operation)} (see survey ${operation.id} --help)`)
          return 2
        }
        if (isRefusal(outcome)) {
          isRefused = true
          tellRefusal({ ...outcome, refused: asOptions(outcome.refused, operation) }, file, terminal)
          continue
        }
        for (const sentence of [...outcome.losses, ...(outcome.notes ?? []), ...howToComeBack(operation, outcome)])
          terminal.note(`${file.path}: ${sentence}`)
        if (options['write']) await carryOut(outcome, file, copies, terminal)
        else terminal.write(planText(outcome, file))
      }
      return isRefused ? 1 : 0
    } finally {
      await copies.clear()
    }
  },
})

/** What each value of an option means. */
function valuesOf({ name, scope, values = [] }: Operation['options'][number]): string {
  const width = Math.max(...values.map(({ value }) => value.length))
  return values
    .map(({ value, title, summary, isForSelection }) => {
      // Elsewhere the value itself says as much.
      const menuTitle = scope === 'whole' && title !== undefined && !isForSelection ? `${title}: ` : ''
      return `--${name} ${value.padEnd(width)}  ${menuTitle}${summary}`
    })
    .join('\n')
}

/** The command line that brings the text back, in a sentence; none where that is plain. */
const howToComeBack = ({ id }: Operation, { wayBack }: Plan): readonly string[] =>
  wayBack
    ? [
        `To convert back exactly: survey ${id} ${Object.entries(wayBack)
          .map(([name, value]) => `--${name} ${/^[\w-]+$/u.test(value) ? value : `'${value}'`}`)
          .join(' ')}`,
      ]
    : []

/** A sentence that names options as on a command line. */
const asOptions = (sentence: string, { options }: Operation): string =>
  sentence.replace(/“([a-z-]{1,20})”/gu, (quoted, name: string) =>
    options.some((option) => option.name === name) ? `--${name}` : quoted,
  )

function tellRefusal(
  { refused, span, places }: Refusal,
  { path, document: { buffer } }: ReadSurvey,
  terminal: Terminal,
): void {
  const at = (from: number): string => {
    const { line, character } = buffer.positionAt(from)
    return `${path}:${line + 1}:${character + 1}`
  }
  terminal.note(`${span ? at(span.from) : path}: ${refused}`)
  for (const place of places ?? []) if (place !== span) terminal.note(`${at(place.from)}: here, too`)
}

async function carryOut(
  plan: Plan,
  { path, document: { text }, mark }: ReadSurvey,
  copies: BlankCopies,
  terminal: Terminal,
): Promise<void> {
  const changed = applyEdits(text, plan.edits)
  if (path === '-') return terminal.write(mark + changed)
  try {
    const losses = changed === text ? [] : await replaceFile(path, mark + text, mark + changed, copies)
    for (const loss of losses) terminal.note(`${path}: ${loss}`)
    terminal.write(`${counted(plan, path)}\n`)
  } catch (error) {
    terminal.problem(`${path}: ${reasonOf(error as NodeJS.ErrnoException)}`)
  }
}
