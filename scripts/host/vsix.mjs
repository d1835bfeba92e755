import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from './paths.mjs'

/** Where the packaged extension of the manifest's version is, or will be. */
export async function vsixPath() {
  const { name, version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'))
  return join(repository, `${name}-${version}.vsix`)
}
