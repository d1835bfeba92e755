import type { Terminal } from './terminal'

/** What a command is: one file in `commands/`, one entry in its `index.ts`. Help and the reading of arguments follow from it. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What stands behind its options, where that is not just files. */
  readonly usage?: string
  /** What else its own help says, one paragraph each. */
  readonly details: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** Answers the exit code. Trouble with a file is told to the terminal, which raises the code to 2 by itself. */
  run(invocation: Invocation): Promise<number>
}

/** One option, most often with a value. */
export interface Option {
  readonly summary: string
  /** What stands for the value in the help: `text|json`, `DATE`. Empty for an option without one, whose value is `yes` where it is given. */
  readonly value: string
  /** Whether it must be given. */
  readonly required?: boolean
  accepts(value: string): boolean
  /** What it must be, for the message about a value that it is not. */
  readonly wanted: string
  /** The value where neither the command line nor the environment gives one. */
  otherwise(): string
  /** The environment variable that may give the value. */
  readonly variable?: string
}

export interface Invocation {
  /** At least one; `-` is standard input. */
  readonly files: readonly string[]
  /** The value of each option. */
  readonly options: Readonly<Record<string, string>>
  readonly terminal: Terminal
}
