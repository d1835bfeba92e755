import { dirname, join, relative, resolve, sep } from 'node:path'
import { readConfigFile } from '../configFile'
import { CONFIG_NAME, hintsFrom, readConfig, Text, type Config, type Hints } from '../core'
import { reasonOf } from './reason'
import type { Terminal } from './terminal'

/** What the nearest `.survey.json` above a file says of it; for standard input, that of the working directory. */
export type HintsFor = (path: string) => Promise<Hints>

/** Each config is read once. What is wrong in one is told to the terminal; what is right in it counts. */
export function createConfigs(terminal: Terminal): HintsFor {
  const read = new Map<string, Promise<Config | undefined>>()

  const configIn = (folder: string): Promise<Config | undefined> => {
    let config = read.get(folder)
    if (!config) read.set(folder, config = load(join(folder, CONFIG_NAME), terminal))
    return config
  }

  return async (path) => {
    const file = path === '-' ? undefined : resolve(path)
    for (let folder = file === undefined ? process.cwd() : dirname(file); ; folder = dirname(folder)) {
      const config = await configIn(folder)
      if (config) return file === undefined ? { config } : hintsFrom(config, relative(folder, file).split(sep).join('/'))
      if (folder === dirname(folder)) return {}
    }
  }
}

async function load(path: string, terminal: Terminal): Promise<Config | undefined> {
  const shown = relative(process.cwd(), path)
  try {
    const text = await readConfigFile(path)
    if (text === undefined) return undefined
    const { config, problems } = readConfig(text)
    const lines = Text.of(text)
    for (const { span, message } of problems) {
      const { line, character } = lines.positionAt(span.from)
      terminal.problem(`${shown}:${line + 1}:${character + 1}: ${message}`)
    }
    return config
  } catch (error) {
    terminal.problem(`${shown}: ${reasonOf(error as NodeJS.ErrnoException)}`)
    return undefined
  }
}
