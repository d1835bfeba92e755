// Runs the suite in a real VS Code: desktop VS Code where it can be had, else the served one. SURVEY_VSCODE_HOST=desktop
// or =served insists on one; SURVEY_TEST_GREP picks tests; SURVEY_TEST_LIMIT_MINUTES is how long a run may take.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTests } from '@vscode/test-electron'
import { Failure, main } from '../../scripts/host/failure.mjs'
import { repository, testResults } from '../../scripts/host/paths.mjs'
import { testSettings, writeSettings } from '../../scripts/host/settings.mjs'
import { temporaryFolder } from '../../scripts/host/temporary-folder.mjs'
import { buildSuite } from './build-suite.mjs'
import { findHost } from './find-host.mjs'

const fixtures = join(repository, 'test', 'vscode', 'workspace')
const report = join(testResults, 'vscode-suite.json')

await main(async () => {
  const host = await findHost()
  const suite = await buildSuite()
  await rm(report, { force: true })
  await mkdir(testResults, { recursive: true })
  // A copy: a test that edits and saves must leave the repository as it was.
  const workspace = await temporaryFolder('workspace')
  await cp(fixtures, workspace, { recursive: true })
  const userData = await temporaryFolder('user')
  await writeSettings(join(userData, 'User'), testSettings)
  // The runner passes only this signal on to the VS Code that it started.
  process.once('SIGTERM', () => process.kill(process.pid, 'SIGINT'))
  await runTests({
    vscodeExecutablePath: host.executable,
    extensionDevelopmentPath: repository,
    extensionTestsPath: suite,
    launchArgs: [workspace, `--user-data-dir=${userData}`],
    extensionTestsEnv: { SURVEY_TEST_REPORT: report },
  }).catch((error) => console.error(error.message))
  const { vscodeVersion, ...counts } = await readReport()
  const result = { host: host.describe(vscodeVersion), ...counts }
  await writeFile(report, JSON.stringify(result))
  console.log(`${result.host}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  return counts.failed === 0 ? 0 : 1
})

async function readReport() {
  const text = await readFile(report, 'utf8').catch(() => {
    throw new Failure('VS Code ended before the suite did: the lines above should say why.')
  })
  return JSON.parse(text)
}
