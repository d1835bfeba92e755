import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** User settings of a VS Code that asks nothing, announces nothing and talks to nobody. */
export const calmSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // An extension that does not say otherwise is off in a folder that nobody has been asked about.
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

/** What a test wants besides: nothing that moves, nothing that depends on who watches. */
export const testSettings = {
  ...calmSettings,
  'editor.accessibilitySupport': 'off',
  // In a browser VS Code saves after a second; on a slow machine, what a test has typed would be what the next one finds.
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'workbench.reduceMotion': 'on',
}

/** Writes the settings of a user, whose folder is User below a data directory of desktop VS Code, data/User of a served one. */
export async function writeSettings(userFolder, settings) {
  await mkdir(userFolder, { recursive: true })
  await writeFile(join(userFolder, 'settings.json'), `${JSON.stringify(settings, undefined, 2)}\n`)
}
