import { run } from './run.mjs'

/** Runs npm, preferring the one that started us: on Windows it is no executable, and PATH may hold another. */
export function npm(args, options) {
  const script = process.env.npm_execpath
  if (script?.endsWith('npm-cli.js')) return run(process.execPath, [script, ...args], options)
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/c', 'npm', ...args], options)
    : run('npm', args, options)
}
