import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from '../../scripts/host/paths.mjs'
import { generateSurvey } from './generate.mjs'
import { placesIn } from './places.mjs'
import { bytesOf } from './sizes.mjs'

const corpus = join(repository, '..', 'shared', 'corpus', 'layer2', '130-2c183242.md')

/** The surveys of these names as files in `folder`: `real`, or a size to generate. A real one that is not here is left out. */
export async function prepareDocuments(names, folder, { log = console.log } = {}) {
  await mkdir(folder, { recursive: true })
  const documents = []
  for (const name of names) {
    const text = name === 'real' ? await readFile(corpus, 'utf8').catch(() => undefined) : generateSurvey(bytesOf(name))
    if (text === undefined) {
      log(`The real survey is not here (${corpus}), so it is not measured.`)
      continue
    }
    const path = join(folder, `${name}.md`)
    await writeFile(path, text)
    documents.push({
      name,
      title:
        name === 'real' ? `${Math.round(Buffer.byteLength(text) / 1000)} kB, real` : name.replace(/(?=[km])/i, ' '),
      path,
      text,
      places: placesIn(text),
    })
  }
  return documents
}
