import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { folderWith } from './folder'

/** Whether git is there; a word about it where it is not. */
export function hasGit(): boolean {
  if (spawnSync('git', ['--version']).status === 0) return true
  console.warn('Skipped: git is not installed.')
  return false
}

/** A git repository in a folder of its own, until the test ends. Its commits are a day apart. */
export interface Repository {
  readonly folder: string
  git(...args: readonly string[]): string
  /** Writes files; null removes one. Answers the name of the commit. */
  commit(files: Readonly<Record<string, string | Uint8Array | null>>): string
}

export function repository(folder = folderWith({})): Repository {
  let day = 0
  const git = (...args: readonly string[]): string => {
    const date = `2020-01-${String(Math.min(28, day + 1)).padStart(2, '0')}T12:00:00Z`
    return execFileSync('git', ['-c', 'core.hooksPath=', '-c', 'commit.gpgSign=false', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@example.org',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@example.org',
        GIT_COMMITTER_DATE: date,
      },
    }).trim()
  }
  git('init', '--quiet', '--initial-branch', 'main')
  return {
    folder,
    git,
    commit(files) {
      for (const [name, content] of Object.entries(files)) {
        const path = join(folder, name)
        mkdirSync(dirname(path), { recursive: true })
        if (content === null) rmSync(path)
        else writeFileSync(path, content)
      }
      day++
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', `day ${day}`)
      return git('rev-parse', 'HEAD')
    },
  }
}
