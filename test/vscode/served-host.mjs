#!/usr/bin/env node
// Takes the arguments of desktop VS Code and runs an extension's test suite in the served VS Code: @vscode/test-electron
// starts it like the real thing. Its exit code is the suite's.
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { format, parseArgs } from 'node:util'
import { remoteUri, workbenchUrl } from '../../scripts/host/address.mjs'
import { ensureChromium } from '../../scripts/host/chromium.mjs'
import { Failure, main } from '../../scripts/host/failure.mjs'
import { openBrowser, openPage } from '../../scripts/host/page.mjs'
import { testResults } from '../../scripts/host/paths.mjs'
import { ensureServed } from '../../scripts/host/served.mjs'
import { startServed } from '../../scripts/host/server.mjs'
import { testSettings } from '../../scripts/host/settings.mjs'
import { temporaryFolder } from '../../scripts/host/temporary-folder.mjs'

const limitMinutes = Number(process.env.SURVEY_TEST_LIMIT_MINUTES ?? 8)

// What a served VS Code says in every run: about its connection, and about compiled modules that it runs without.
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time]|Updating additional builtin|\[Service Worker]|\[AgentHost|\[AccountPolicyGate]|Ignoring fetching additional|No search provider registered)|spdlog\.node|native-watchdog|open-vsx\.org/

await main(async () => {
  const request = readArguments(process.argv.slice(2))
  const served = await ensureServed()
  const chromium = await ensureChromium()
  const dataDir = await temporaryFolder('host')
  const server = await startServed(served, { dataDir, smokeTestDriver: true, settings: testSettings })
  const browser = await openBrowser(chromium)
  try {
    return await runSuite(await openPage(browser), server, request)
  } finally {
    await browser.close()
    await server.stop()
  }
})

function readArguments(args) {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
  })
  const { extensionDevelopmentPath, extensionTestsPath } = values
  const [folder] = positionals
  if (!extensionDevelopmentPath || !extensionTestsPath || !folder) {
    throw new Failure('usage: served-host.mjs FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…')
  }
  return { folder: resolve(folder), extension: resolve(extensionDevelopmentPath), suite: resolve(extensionTestsPath) }
}

async function runSuite(page, server, { folder, extension, suite }) {
  const exitCode = await suiteEnd(page)
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server, extension)],
    ['extensionTestsPath', remoteUri(server, suite)],
    ['skipWelcome', 'true'],
  ]
  try {
    await page.goto(workbenchUrl(server, { folder, payload }))
    return await exitCode()
  } catch (error) {
    await mkdir(testResults, { recursive: true })
    const path = join(testResults, 'vscode-suite.png')
    await page.screenshot({ path, timeout: 10_000 }).then(
      () => console.error(`What the window shows: ${path}`),
      () => console.error('The window no longer answers.'),
    )
    throw error
  }
}

/** Relays what the extension host says; the result waits for the end of the suite, and fails when it cannot come. */
async function suiteEnd(page) {
  const exit = deferred()
  await page.exposeFunction('codeAutomationExit', exit.resolve)
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const line = format(...args)
    if (!noise.test(line)) console.log(line)
  })
  page.on('crash', () => exit.reject(new Failure('The page with VS Code crashed.')))
  return async () => {
    const late = () => exit.reject(new Failure(`The suite had not ended after ${limitMinutes} min.`))
    const limit = setTimeout(late, limitMinutes * 60_000)
    try {
      return await exit.promise
    } finally {
      clearTimeout(limit)
    }
  }
}

function deferred() {
  let resolve, reject
  const promise = new Promise((...settle) => ([resolve, reject] = settle))
  return { promise, resolve, reject }
}
