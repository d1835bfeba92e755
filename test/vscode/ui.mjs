// Drives the packaged extension as a person would: installs the .vsix into a fresh VS Code and runs every test of ui/ in a
// window of its own, on its own copy of workspace/. `node test/vscode/ui.mjs [part of a test's name]`.
//
// A file of ui/ exports its tests by name, and each fails by throwing (`workbench` is described in workbench.mjs). One that
// cannot run here returns the reason, and is skipped. A window on a busy machine may lose a key: one that fails is tried once more, and
// that it was is said at the end.
//
//   export default {
//     'types into a survey': async (workbench) => { … },
//   };
import { access, cp, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { workbenchUrl } from '../../scripts/host/address.mjs'
import { ensureChromium } from '../../scripts/host/chromium.mjs'
import { Failure, main } from '../../scripts/host/failure.mjs'
import { openBrowser, openPage } from '../../scripts/host/page.mjs'
import { repository, testResults } from '../../scripts/host/paths.mjs'
import { ensureServed } from '../../scripts/host/served.mjs'
import { installExtension, startServed } from '../../scripts/host/server.mjs'
import { testSettings } from '../../scripts/host/settings.mjs'
import { temporaryFolder } from '../../scripts/host/temporary-folder.mjs'
import { vsixPath } from '../../scripts/host/vsix.mjs'
import { openWorkbench } from './workbench.mjs'

const tests = join(repository, 'test', 'vscode', 'ui')
const fixtures = join(repository, 'test', 'vscode', 'workspace')
const report = join(testResults, 'vscode-ui.json')
const testLimit = 120_000

await main(async () => {
  const vsix = await vsixPath()
  await access(vsix).catch(() => {
    throw new Failure(`There is no ${vsix}: npm run package makes it.`)
  })
  const served = await ensureServed()
  const chromium = await ensureChromium()
  const root = await temporaryFolder('ui')
  const dataDir = join(root, 'data')
  await installExtension(served, { dataDir, vsix })
  const server = await startServed(served, { dataDir, settings: testSettings })
  const browser = await openBrowser(chromium)
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const unsteady = []
  try {
    for (const [name, test] of await findTests(process.argv[2] ?? '')) {
      const run = async () => runTest(browser, server, join(await mkdtemp(join(root, 'test-')), 'surveys'), name, test)
      let outcome = await run()
      if (outcome === 'failed') {
        outcome = await run()
        if (outcome === 'passed') unsteady.push(name)
      }
      counts[outcome] += 1
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  const host = `packaged, served VS Code ${served.version} in Chromium ${chromium.version.split('.')[0]}`
  await mkdir(testResults, { recursive: true })
  await writeFile(report, JSON.stringify({ host, ...counts }))
  console.log(`${host}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  for (const name of unsteady) console.log(`  ! Passed at the second try only: ${name}`)
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1
})

async function findTests(part) {
  const files = (await readdir(tests)).filter((name) => name.endsWith('.mjs')).sort()
  const modules = await Promise.all(files.map((name) => import(pathToFileURL(join(tests, name)).href)))
  return modules.flatMap((module) => Object.entries(module.default)).filter(([name]) => name.includes(part))
}

async function runTest(browser, server, folder, name, test) {
  const started = performance.now()
  await cp(fixtures, folder, { recursive: true })
  const page = await openPage(browser)
  try {
    const skipped = await withinLimit(drive(page, server, folder, test))
    console.log(skipped ? `  - ${name}: ${skipped}` : `  ✔ ${name} (${seconds(started)} s)`)
    return skipped ? 'skipped' : 'passed'
  } catch (error) {
    const path = join(testResults, 'screenshots', `failed ${name.replace(/[^\w -]/g, '_')}.png`)
    await page.screenshot({ path, timeout: 10_000 }).catch(() => undefined)
    console.log(`  ✘ ${name} (${seconds(started)} s)\n${error?.stack ?? error}\n    What the window showed: ${path}`)
    return 'failed'
  } finally {
    await page.context().close()
  }
}

async function drive(page, server, folder, test) {
  return test(await openWorkbench(page, { url: workbenchUrl(server, { folder }), folder }))
}

async function withinLimit(work) {
  let limit
  const late = new Promise((_, reject) => {
    limit = setTimeout(() => reject(new Error(`not done after ${testLimit / 1000} s`)), testLimit)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(limit)
  }
}

function seconds(started) {
  return ((performance.now() - started) / 1000).toFixed(1)
}
