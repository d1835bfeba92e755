import { fileURLToPath } from 'node:url'
import { downloadAndUnzipVSCode } from '@vscode/test-electron'
import { ensureChromium } from '../../scripts/host/chromium.mjs'
import { hasDisplay } from '../../scripts/host/display.mjs'
import { Failure } from '../../scripts/host/failure.mjs'
import { ensureServed } from '../../scripts/host/served.mjs'

const servedHost = fileURLToPath(new URL('./served-host.mjs', import.meta.url))

/** The VS Code to test in: what to start, and what to call it once its version is known. */
export async function findHost() {
  const asked = process.env.SURVEY_VSCODE_HOST
  if (asked === 'served') return served()
  if (asked === 'desktop') return desktop()
  if (asked) throw new Failure(`SURVEY_VSCODE_HOST is "${asked}": it can be "desktop" or "served".`)
  return hasDisplay() ? desktop().catch(served) : served()
}

async function desktop() {
  try {
    const executable = await downloadAndUnzipVSCode({
      version: 'stable',
      timeout: 10_000,
      reporter: { report() {}, error() {} },
    })
    return { executable, describe: (version) => `desktop VS Code ${version}` }
  } catch (error) {
    throw new Failure(`Desktop VS Code cannot be downloaded here: ${error instanceof Error ? error.message : error}`)
  }
}

async function served() {
  await ensureServed()
  const chromium = await ensureChromium()
  return {
    executable: servedHost,
    describe: (version) => `served VS Code ${version} in Chromium ${chromium.version.split('.')[0]}`,
  }
}
