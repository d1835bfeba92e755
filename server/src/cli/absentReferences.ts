import { stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import { absentMessage, globMatcher, isGlob, referenceProblems, type Config, type ConfigProblem } from '../core'
import { onDisk } from '../node/bytePath'
import { filesBelow } from '../node/filesBelow'

/** What a `.survey.json` in a folder names under `references` that is not there. Only looks for the files, and reads none. */
export async function absentReferences(folder: string, config: Config): Promise<readonly ConfigProblem[]> {
  const named = [...new Set(config.references.map(({ value }) => value))]
  const paths: string[] = []
  if (named.some(isGlob))
    for await (const file of filesBelow(folder)) paths.push(relative(folder, file).split(sep).join('/'))
  const isThere = async (glob: string): Promise<boolean> =>
    isGlob(glob)
      ? paths.some(globMatcher(glob))
      : (await stat(onDisk(resolve(folder, glob))).catch(() => undefined))?.isFile() === true
  const found = await Promise.all(named.map(async (glob) => [glob, await isThere(glob)] as const))
  return referenceProblems(
    config,
    new Map(found.flatMap(([glob, there]) => (there ? [] : [[glob, absentMessage(glob)]]))),
  )
}
