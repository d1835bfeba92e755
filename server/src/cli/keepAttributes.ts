import { spawn } from 'node:child_process'
import type { FileHandle } from 'node:fs/promises'

/**
 * Gives a file the extended attributes and the access control list of another. Node can do neither; where it copies files
 * by a function of the system that does, nothing is to be done. Resolves to why not all may be kept, or to undefined.
 */
export async function keepAttributes(from: FileHandle, to: FileHandle): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  const { code, said } = await cp(from, to)
  return code === 0 ? undefined : said.split('\n')[0] || 'cp failed'
}

/** By their numbers: a name can be anything, and lead elsewhere by then. */
const cp = (from: FileHandle, to: FileHandle): Promise<{ readonly code: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const child = spawn('cp', ['--attributes-only', '--preserve=mode,ownership,xattr', '/dev/fd/3', '/dev/fd/4'], {
      stdio: ['ignore', 'ignore', 'pipe', from.fd, to.fd],
      env: { ...process.env, LC_ALL: 'C' },
    })
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
    child.on('error', (error) => resolve({ code: null, said: error.message }))
    child.on('close', (code) => resolve({ code, said }))
  })
