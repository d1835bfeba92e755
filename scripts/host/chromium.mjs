import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { findProgram, firstExecutable, isExecutable } from './find-program.mjs'
import { run } from './run.mjs'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
  'msedge.exe',
]

const usualPlaces = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
]

/** Makes sure there is a Chromium to drive; on Debian as root it is installed. Returns its path and version. */
export async function ensureChromium({ log = console.log } = {}) {
  const executable = (await findChromium()) ?? (await installOnDebian(log))
  return { executable, version: await versionOf(executable) }
}

async function findChromium() {
  const asked = process.env.CHROME_PATH
  if (asked) {
    if (await isExecutable(asked)) return asked
    throw new Failure(`CHROME_PATH names no program: ${asked}`)
  }
  return (await findProgram(names)) ?? firstExecutable(usualPlaces)
}

async function installOnDebian(log) {
  const canInstall = process.getuid?.() === 0 && (await isExecutable('/usr/bin/apt-get'))
  if (!canInstall) {
    throw new Failure(
      'The VS Code tests need Chromium or Chrome, and none was found. Install one (Debian: apt-get install chromium), or set CHROME_PATH.',
    )
  }
  log('Installing Chromium (apt-get install chromium), once …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await aptGet(['update', '-q'], env)
  await aptGet(['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], env)
  return '/usr/bin/chromium'
}

async function aptGet(args, env) {
  const { code, output } = await run('apt-get', args, { env })
  if (code === 0) return
  const error = output.split('\n').find((line) => line.startsWith('E:')) ?? `exit code ${code}`
  throw new Failure(`Could not install Chromium: apt-get ${args[0]} failed (${error}).`)
}

async function versionOf(executable) {
  const { output } = await run(executable, ['--version'])
  return /\d+(\.\d+)+/.exec(output)?.[0] ?? 'of unknown version'
}
