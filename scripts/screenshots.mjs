// Takes the README's pictures anew: drives the packaged extension, then copies what the README shows.
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure, main } from './host/failure.mjs'
import { repository, testResults } from './host/paths.mjs'
import { run } from './host/run.mjs'

await main(async () => {
  for (const command of ['scripts/package.mjs', 'test/vscode/ui.mjs']) {
    const { code } = await run(process.execPath, [command], { cwd: repository, show: true })
    if (code !== 0) throw new Failure(`${command} failed: the pictures stay as they were.`)
  }
  const readme = await readFile(join(repository, 'README.md'), 'utf8')
  const shown = [...readme.matchAll(/\]\((media\/screenshots\/[\w-]+\.png)\)/g)].map(([, path]) => path)
  for (const path of shown) {
    await mkdir(join(repository, dirname(path)), { recursive: true })
    await copyFile(join(testResults, 'screenshots', basename(path)), join(repository, path))
    console.log(path)
  }
})
