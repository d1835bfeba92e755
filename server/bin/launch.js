const { existsSync } = require('node:fs')
const { join } = require('node:path')

/** Runs a bundle of `dist`, or says how to get it. */
module.exports = function launch(command, bundle) {
  const file = join(__dirname, '..', 'dist', bundle)
  if (existsSync(file)) return require(file)
  console.error(`${command}: ${file} is missing; run "npm run build" first`)
  process.exitCode = 2
}
