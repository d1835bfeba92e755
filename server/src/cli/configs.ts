import { dirname, join, relative, sep } from 'node:path'
import { readConfigFile } from '../node/configFile'
import { CONFIG_NAME, hintsFrom, readConfig, Text, type Config, type ConfigProblem, type Hints } from '../core'
import { absolute, workingFolder } from './commandLine'
import { reasonOf } from './reason'
import type { Terminal } from './terminal'

/** What the nearest `.survey.json` above a file says of it; for standard input, that of the working directory. */
export type HintsFor = (path: string) => Promise<Hints>

/** Each config is read once. What is wrong in one is told to the terminal; what is right in it counts. `look` finds more to tell of one. */
export function createHints(terminal: Terminal, look?: LookIntoConfig): HintsFor {
  const read = new Map<string, Promise<Config | undefined>>()

  const configIn = (folder: string): Promise<Config | undefined> => {
    let config = read.get(folder)
    if (!config) read.set(folder, (config = load(folder, terminal, look)))
    return config
  }

  return async (path) => {
    const file = path === '-' ? undefined : absolute(path)
    for (let folder = file === undefined ? (workingFolder() ?? '/') : dirname(file); ; folder = dirname(folder)) {
      const config = await configIn(folder)
      if (config)
        return file === undefined ? { config } : hintsFrom(config, relative(folder, file).split(sep).join('/'))
      if (folder === dirname(folder)) return {}
    }
  }
}

/** Finds what may be wrong with what a config in a folder says, but keeps nobody from going on. */
export type LookIntoConfig = (folder: string, config: Config) => Promise<readonly ConfigProblem[]>

async function load(folder: string, terminal: Terminal, look?: LookIntoConfig): Promise<Config | undefined> {
  const path = join(folder, CONFIG_NAME)
  const here = workingFolder()
  const shown = here === undefined ? path : relative(here, path)
  try {
    const text = await readConfigFile(path)
    if (text === undefined) return undefined
    const { config, problems } = readConfig(text)
    const lines = Text.of(text)
    const told = ({ span, message }: ConfigProblem): string => {
      const { line, character } = lines.positionAt(span.from)
      return `${shown}:${line + 1}:${character + 1}: ${message}`
    }
    for (const problem of problems) terminal.problem(told(problem))
    for (const problem of (await look?.(folder, config)) ?? []) terminal.note(told(problem))
    return config
  } catch (error) {
    terminal.problem(`${shown}: ${reasonOf(error as NodeJS.ErrnoException)}`)
    return undefined
  }
}
