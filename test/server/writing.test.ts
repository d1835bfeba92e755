import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rescueName, temporaryName } from '../../server/src/cli/leftovers'
import { survey, type Ran } from '../support/cli'
import { folderWith } from '../support/folder'

const TEA = `# Brews

## Initiatives

### #1 Tea

#### Strengths

Warm [2], cheap [1].

## References

[1] One, https://a.org/1, Date accessed: 2018-06-07.

[2] Two, https://a.org/2, Date accessed: 2018-06-07.
`
const RENUMBERED = TEA.replace('[2], cheap [1]', '[1], cheap [2]')
  .replace('[1] One, https://a.org/1', '[1] Two, https://a.org/2')
  .replace(/\[2\] Two, https:\/\/a.org\/2/u, '[2] One, https://a.org/1')

const isRoot = process.getuid?.() === 0
const isLinux = process.platform === 'linux'
const isWindows = process.platform === 'win32'
const command = `"${process.execPath}" "${fileURLToPath(new URL('../../server/bin/survey.js', import.meta.url))}"`
const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8')
const renumber = (cwd: string, ...names: readonly string[]): Promise<Ran> =>
  survey(['renumber', '--write', ...names], { cwd })

/** Runs a line of a shell, for what Node cannot hand over. */
function shell(line: string, cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8' })
  return { code: status, stdout, stderr }
}

describe('what belongs to a file stays', () => {
  const python = (line: string, ...args: readonly string[]): string =>
    execFileSync('python3', ['-c', `import os, sys; ${line}`, ...args], { encoding: 'utf8' })
  const hasPython = isLinux && spawnSync('python3', ['--version']).status === 0

  test.skipIf(!hasPython)('extended attributes', async () => {
    const cwd = folderWith({ 'tea.md': TEA })
    python('os.setxattr(sys.argv[1], "user.note", b"kept")', join(cwd, 'tea.md'))
    expect(await renumber(cwd, 'tea.md')).toEqual({ code: 0, stdout: 'tea.md: 2 changes\n', stderr: '' })
    expect(read(cwd, 'tea.md')).toBe(RENUMBERED)
    expect(python('print(os.getxattr(sys.argv[1], "user.note"))', join(cwd, 'tea.md'))).toBe("b'kept'\n")
  })

  test.skipIf(!isLinux)('where they cannot be kept, that is said', async () => {
    const cwd = folderWith({ 'tea.md': TEA })
    expect(await survey(['renumber', '--write', 'tea.md'], { cwd, env: { PATH: '/nowhere' } })).toEqual({
      code: 0,
      stdout: 'tea.md: 2 changes\n',
      stderr: 'survey: tea.md: its extended attributes, if it had any, may not all be kept (spawn cp ENOENT)\n',
    })
    expect(read(cwd, 'tea.md')).toBe(RENUMBERED)
  })

  test.skipIf(isWindows)('all bits of the mode', async () => {
    for (const mode of [0o4755, 0o2750, 0o600, 0o777]) {
      const cwd = folderWith({ 'tea.md': TEA })
      chmodSync(join(cwd, 'tea.md'), mode)
      expect(await renumber(cwd, 'tea.md')).toMatchObject({ code: 0, stderr: '' })
      expect((statSync(join(cwd, 'tea.md')).mode & 0o7777).toString(8)).toBe(mode.toString(8))
    }
  })

  test.skipIf(!isRoot)('the owner, also where somebody else may write the file', async () => {
    for (const uid of [0, 65_534]) {
      const cwd = folderWith({ 'tea.md': TEA })
      chmodSync(cwd, 0o777)
      chmodSync(join(cwd, 'tea.md'), 0o666)
      chownSync(join(cwd, 'tea.md'), 1234, 5678)
      expect(await survey(['renumber', '--write', 'tea.md'], { cwd, uid })).toMatchObject({ code: 0, stderr: '' })
      expect(statSync(join(cwd, 'tea.md'))).toMatchObject({ uid: 1234, gid: 5678 })
      expect(read(cwd, 'tea.md')).toBe(RENUMBERED)
      expect(readdirSync(cwd)).toEqual(['tea.md'])
    }
  })

  test.skipIf(!isRoot)('a bit of the mode that another user’s writing takes away is told', async () => {
    const cwd = folderWith({ 'tea.md': TEA })
    chmodSync(cwd, 0o777)
    chownSync(join(cwd, 'tea.md'), 1234, 5678)
    chmodSync(join(cwd, 'tea.md'), 0o4777)
    expect(await survey(['renumber', '--write', 'tea.md'], { cwd, uid: 65_534 })).toMatchObject({
      code: 0,
      stderr: 'survey: tea.md: its mode is 777 now, as 4777 could not be kept\n',
    })
  })
})

describe('a file of several names', () => {
  test('stays one: both names have the new text', async () => {
    const cwd = folderWith({ 'tea.md': TEA })
    linkSync(join(cwd, 'tea.md'), join(cwd, 'same.md'))
    expect(await renumber(cwd, 'tea.md')).toEqual({ code: 0, stdout: 'tea.md: 2 changes\n', stderr: '' })
    expect([read(cwd, 'tea.md'), read(cwd, 'same.md')]).toEqual([RENUMBERED, RENUMBERED])
    expect(statSync(join(cwd, 'tea.md')).ino).toBe(statSync(join(cwd, 'same.md')).ino)
    expect(readdirSync(cwd).sort()).toEqual(['same.md', 'tea.md'])
  })

  test('also where its new text is the shorter one', async () => {
    const twice = TEA.replace('https://a.org/2', 'https://a.org/1')
    const cwd = folderWith({ 'tea.md': twice })
    linkSync(join(cwd, 'tea.md'), join(cwd, 'same.md'))
    expect((await survey(['merge-references', '--write', 'tea.md'], { cwd })).code).toBe(0)
    expect(read(cwd, 'same.md')).toContain('Warm [1], cheap [1].')
    expect(read(cwd, 'same.md').split('https://a.org/1')).toHaveLength(2)
    expect(read(cwd, 'same.md').endsWith('2018-06-07.\n')).toBe(true)
  })

  /** What a run leaves that ends while it writes over the file. */
  const rescueIn = (cwd: string): string => join(cwd, dead(rescueName(statSync(join(cwd, 'tea.md')).ino)))

  test('that a run has half written is left alone, and the next one says where its text is', async () => {
    const cwd = folderWith({ 'tea.md': RENUMBERED.slice(0, 90) + TEA.slice(90), 'coffee.md': TEA })
    const torn = read(cwd, 'tea.md')
    linkSync(join(cwd, 'tea.md'), join(cwd, 'same.md'))
    const rescue = rescueIn(cwd)
    writeFileSync(rescue, TEA)
    for (const name of ['tea.md', 'same.md'])
      expect(await renumber(cwd, name, 'coffee.md')).toEqual({
        code: 2,
        stdout: expect.stringMatching(/^coffee\.md: (?:2 changes|nothing to change)\n$/u) as string,
        stderr: `survey: ${name}: may be half written: a run was interrupted. Its old text is in ${rescue}: restore that, or remove it\n`,
      })
    expect(read(cwd, 'tea.md')).toBe(torn)
    // Somebody puts it back.
    writeFileSync(join(cwd, 'tea.md'), TEA)
    expect(await renumber(cwd, 'tea.md')).toEqual({ code: 0, stdout: 'tea.md: 2 changes\n', stderr: '' })
    expect(readdirSync(cwd).sort()).toEqual(['coffee.md', 'same.md', 'tea.md'])
    expect(read(cwd, 'same.md')).toBe(RENUMBERED)
  })

  test('that is another one’s copy is none of this run’s', async () => {
    const cwd = folderWith({ 'tea.md': TEA, 'coffee.md': TEA })
    const rescue = rescueIn(cwd)
    writeFileSync(rescue, 'Words')
    expect(await renumber(cwd, 'coffee.md')).toMatchObject({ code: 0, stderr: '' })
    expect(readFileSync(rescue, 'utf8')).toBe('Words')
  })
})

/** A name as a process would have given it that is gone. */
function dead(name: string): string {
  const { pid } = spawnSync(process.execPath, ['--version'])
  return name.replace(`-${process.pid}-`, `-${pid}-`)
}

describe('what a run leaves that is ended', () => {
  test('the next one removes, and nothing else', async () => {
    const cwd = folderWith({ 'tea.md': TEA, 'sub/coffee.md': TEA })
    const left = dead(temporaryName())
    const stays = [
      temporaryName(),
      left.replace(/^\.survey-\w{8}/u, '.survey-00000000'),
      `${left}.md`,
      `x${left}`,
      '.survey.tmp',
      '.survey-notes.tmp',
      'tea.md.tmp',
    ]
    for (const name of [...stays, left, join('sub', left)]) writeFileSync(join(cwd, name), 'Words')
    await survey(['check', 'tea.md'], { cwd })
    await survey(['renumber', 'tea.md'], { cwd })
    expect(readdirSync(cwd)).toContain(left)
    expect(await renumber(cwd, 'tea.md')).toMatchObject({ code: 0, stderr: '' })
    expect(readdirSync(cwd).sort()).toEqual([...stays, 'tea.md', 'sub'].sort())
    expect(readdirSync(join(cwd, 'sub')).sort()).toEqual([left, 'coffee.md'].sort())
    // Where there is nothing to change, too.
    writeFileSync(join(cwd, left), 'Words')
    await renumber(cwd, 'tea.md')
    expect(readdirSync(cwd)).not.toContain(left)
  })

  test('is the old text or the new one, and nothing lies about after the next', async () => {
    const long = TEA.replace('Warm', 'Warm '.repeat(100_000))
    const cwd = folderWith({ 'tea.md': long })
    for (let i = 0; i < 5; i++) {
      writeFileSync(join(cwd, 'tea.md'), long)
      const child = spawn(process.execPath, [
        fileURLToPath(new URL('../../server/bin/survey.js', import.meta.url)),
        ...['renumber', '--write', join(cwd, 'tea.md')],
      ])
      const watcher = watch(cwd, (_, name) => {
        if (name?.startsWith('.survey-')) child.kill('SIGKILL')
      })
      await new Promise((resolve) => child.on('close', resolve))
      watcher.close()
      expect([long.length, RENUMBERED.length - TEA.length + long.length]).toContain(read(cwd, 'tea.md').length)
      expect(await renumber(cwd, 'tea.md')).toMatchObject({ code: 0, stderr: '' })
      expect(readdirSync(cwd)).toEqual(['tea.md'])
      expect(read(cwd, 'tea.md')).toContain('cheap [2].')
    }
  })
})

describe('names', () => {
  test.skipIf(isWindows)('of 255 bytes', async () => {
    for (const name of [`${'a'.repeat(252)}.md`, `${'字'.repeat(84)}.md`]) {
      const cwd = folderWith({ [name]: TEA })
      expect(await renumber(cwd, name)).toEqual({ code: 0, stdout: `${name}: 2 changes\n`, stderr: '' })
      expect(read(cwd, name)).toBe(RENUMBERED)
    }
  })

  test.skipIf(!isLinux)('that are not UTF-8, of a file and of its folder', () => {
    const cwd = folderWith({})
    const folder = Buffer.from(`${cwd}/caf\xe9`, 'latin1')
    const inFolder = (name: string): Buffer => Buffer.concat([folder, Buffer.from(`/${name}`, 'latin1')])
    mkdirSync(folder)
    writeFileSync(inFolder('th\xe9 \xfe.md'), TEA)
    // Nearer than any other, and found where it is.
    writeFileSync(
      inFolder('.survey.json'),
      '{ "profile": "evaluation", "files": ["*.md"], "references": ["none.bib"] }',
    )
    const name = '"$(printf "th\\351 \\376.md")"'
    expect(shell(`cd "$(printf "caf\\351")" && ${command} outline --format json ${name}`, cwd)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"profile": "evaluation"') as string,
      stderr: '',
    })
    expect(shell(`cd "$(printf "caf\\351")" && ${command} check --fail-on off ${name}`, cwd)).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^survey: \.survey\.json:1:\d+: “none\.bib” is not there/u) as string,
    })
    expect(shell(`${command} renumber --write "$(printf "caf\\351/th\\351 \\376.md")"`, cwd)).toEqual({
      code: 0,
      stdout: 'caf\ufffd/th\ufffd \ufffd.md: 2 changes\n',
      stderr: '',
    })
    expect(readFileSync(inFolder('th\xe9 \xfe.md'), 'utf8')).toBe(RENUMBERED)
    expect(readdirSync(folder)).toHaveLength(2)
    expect(shell(`${command} check "$(printf "th\\351.md")"`, cwd)).toMatchObject({
      code: 2,
      stderr: 'survey: th\ufffd.md: no such file\n',
    })
  })
})

describe('what is no file', () => {
  test.skipIf(isWindows)('a folder as standard input is an error', () => {
    expect(shell(`${command} check - < /`, '/')).toEqual({
      code: 2,
      stdout: expect.any(String) as string,
      stderr: 'survey: -: standard input is a directory\n',
    })
  })

  test.skipIf(!isLinux)('a pipe is read, and not replaced', () => {
    const cwd = folderWith({ 'tea.md': TEA })
    const { code, stderr } = shell(`mkfifo pipe; cat tea.md > pipe & ${command} renumber --write pipe`, cwd)
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'survey: pipe: is not a regular file, so it is left alone\n' })
    expect(statSync(join(cwd, 'pipe')).isFIFO()).toBe(true)
  })

  test.skipIf(!isLinux)('a working directory that is gone keeps nobody from naming a file elsewhere', () => {
    const cwd = folderWith({ 'tea.md': TEA, 'gone/x': '' })
    expect(shell(`rm gone/x; cd gone && rmdir "$PWD" && ${command} outline "${cwd}/tea.md"`, cwd)).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(() => rmdirSync(join(cwd, 'gone'))).toThrow('ENOENT')
  })
})
