import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { historyFormats, matrixFormats, operations, referenceStyles, rules } from '../server/src/core'
import { labelForms } from '../server/src/core/survey/labels'
import { listForms } from '../server/src/core/references/forms'
import { profiles } from '../server/src/core/survey/profiles'
import { formats } from '../server/src/sources/formats'

const ROOT = resolve(__dirname, '..')

interface Import {
  readonly file: string
  /** A file of ours, from the root and without extension, or the name of a package. */
  readonly target: string
  readonly isOurs: boolean
}

const files = ['server/src', 'client/src', 'test']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.replaceAll('\\', '/')}`,
    ),
  )
  .filter((file) => file.endsWith('.ts'))
const source = (file: string): string => readFileSync(join(ROOT, file), 'utf8')
const imports = files.flatMap(importsOf)

function importsOf(file: string): readonly Import[] {
  // At the start of a line, as fixtures have text that looks like code.
  const specifiers = [
    ...source(file).matchAll(
      /^(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\('([^']+)'\)/gmu,
    ),
  ]
  return specifiers.map(([, from, bare, dynamic]) => {
    const specifier = from ?? bare ?? dynamic ?? ''
    const isOurs = specifier.startsWith('.')
    // A bundle of its own is imported at run time, by the name that it has then.
    return {
      file,
      isOurs,
      target: isOurs
        ? relative(ROOT, resolve(ROOT, dirname(file), specifier))
            .replaceAll('\\', '/')
            .replace(/\.js$/u, '')
        : specifier,
    }
  })
}

/** The imports that a folder's files must not make, as `file -> target`. */
const offending = (isMine: (file: string) => boolean, isBad: (each: Import) => boolean): readonly string[] =>
  imports.filter((each) => isMine(each.file) && isBad(each)).map(({ file, target }) => `${file} -> ${target}`)

const within =
  (...folders: readonly string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

const CORE = 'server/src/core'
const LIBRARY = 'server/src/sources/formats/bibtex/library'

describe('who imports whom', () => {
  /** From what knows least to what knows most: folders and single files of the core, each line a floor. */
  const LAYERS: readonly (readonly string[])[] = [
    ['text'],
    ['markdown', 'refusal'],
    ['references'],
    ['survey'],
    ['writing'],
    ['evidence'],
    ['rules'],
    ['memory'],
    ['document'],
    ['known'],
    ['operations', 'lint', 'history', 'matrix', 'across'],
    ['citing'],
    ['suggest'],
    ['index'],
  ]
  const nameInCore = (path: string): string =>
    path === CORE ? 'index' : (relative(CORE, path).replaceAll('\\', '/').split('/')[0] ?? '').replace(/\.ts$/u, '')
  const layerOf = (path: string): number => LAYERS.findIndex((names) => names.includes(nameInCore(path)))

  test('there is something to look at', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(imports.filter(({ isOurs }) => isOurs).length).toBeGreaterThan(100)
    expect(
      imports
        .filter(
          ({ isOurs, target }) =>
            isOurs && !['.ts', '/index.ts', '.mjs', ''].some((end) => existsSync(join(ROOT, `${target}${end}`))),
        )
        .map(({ target }) => target),
    ).toEqual([])
  })

  test('every file of the core stands on a floor', () => {
    const mine = files.filter(within(CORE))
    expect([...new Set(mine.filter((file) => layerOf(file) < 0).map(nameInCore))]).toEqual([])
    expect(LAYERS.flat().filter((name) => !mine.some((file) => nameInCore(file) === name))).toEqual([])
  })

  test('in the core, nothing imports what stands above it or beside it', () => {
    const isTooHigh = ({ file, target, isOurs }: Import): boolean =>
      isOurs && layerOf(target) >= layerOf(file) && nameInCore(target) !== nameInCore(file)
    expect(offending(within(CORE), isTooHigh)).toEqual([])
  })

  test('no file leads back to itself by its imports', () => {
    expect(circles()).toEqual([])
  })

  /** What the core is built on, and the one folder that knows it. */
  const PACKAGES: Readonly<Record<string, string>> = {
    '@lezer/common': `${CORE}/markdown`,
    '@lezer/markdown': `${CORE}/markdown`,
    '@leeoniya/ufuzzy': `${CORE}/suggest`,
    'jsonc-parser': `${CORE}/survey/config`,
  }

  test('the core imports nothing from outside but a few packages, each in one folder', () => {
    expect(
      offending(within(CORE), ({ isOurs, target }) => (isOurs ? !within(CORE)(target) : !(target in PACKAGES))),
    ).toEqual([])
    expect(
      offending(
        (file) => !within('test')(file),
        ({ file, target }) => target in PACKAGES && !within(PACKAGES[target] ?? '')(file),
      ),
    ).toEqual([])
  })

  test('rules never see a syntax tree', () => {
    expect(offending(within(`${CORE}/rules`), ({ target }) => within(`${CORE}/markdown`)(target))).toEqual([])
  })

  test('everything else comes in by the public face of the core', () => {
    const isInside = ({ target }: Import): boolean =>
      within(CORE)(target) && target !== CORE && target !== `${CORE}/index`
    expect(offending((file) => within('server/src', 'client')(file) && !within(CORE)(file), isInside)).toEqual([])
  })

  test('sources know the core, and only their library what reads BibTeX', () => {
    expect(
      offending(within('server/src/sources'), ({ target, isOurs }) =>
        isOurs ? !within('server/src/sources', CORE)(target) : target !== '@retorquere/bibtex-parser',
      ),
    ).toEqual([])
    expect(
      offending(
        () => true,
        ({ file, target }) => target === '@retorquere/bibtex-parser' && file !== `${LIBRARY}.ts`,
      ),
    ).toEqual([])
    expect(
      offending(within('server/src/cli', 'server/src/cli.ts'), ({ target }) =>
        within('server/src/sources', 'server/src/bibtex')(target),
      ),
    ).toEqual([])
  })

  test('the BibTeX library is in a bundle of its own: nothing else of the server has more than its types', () => {
    const statements = files.filter(within('server/src')).flatMap((file) =>
      [...source(file).matchAll(/^(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'/gmu)].map(
        ([statement, specifier = '']) => ({
          file,
          statement,
          target: relative(ROOT, resolve(ROOT, dirname(file), specifier)).replaceAll('\\', '/'),
        }),
      ),
    )
    const values = statements.filter(
      ({ target, statement }) =>
        (target === LIBRARY || target === 'server/src/bibtex') && !/^(?:import|export) type\b/u.test(statement),
    )
    expect(values.map(({ file }) => file)).toEqual(['server/src/bibtex.ts'])
  })

  test('features do not know the session, and the command line knows neither', () => {
    expect(
      offending(within('server/src/features'), ({ target }) => within('server/src/session', 'server/src/node')(target)),
    ).toEqual([])
    expect(
      offending(within('server/src/cli', 'server/src/cli.ts'), ({ target }) =>
        within(
          'server/src/features',
          'server/src/session',
          'server/src/protocol',
          'server/src/node/serve',
          'server/src/node/transport',
        )(target),
      ),
    ).toEqual([])
    expect(offending(within('server/src'), ({ target }) => within('client')(target))).toEqual([])
  })

  test('the client knows the server by its protocol only', () => {
    expect(
      offending(within('client'), ({ target }) => within('server')(target) && target !== 'server/src/protocol'),
    ).toEqual([])
  })

  test('the client changes a survey in one file, and every command that comes to it is marked as one that edits', () => {
    const changing = 'client/src/editor/change-text'
    const reaches = (file: string, seen = new Set<string>()): boolean =>
      imports
        .filter((each) => each.isOurs && each.file === file && !seen.has(each.target))
        .some(({ target }) => target === changing || (seen.add(target) && reaches(`${target}.ts`, seen)))
    const commands = files.filter(
      (file) => dirname(file) === 'client/src/commands' && /^export const \w+: Command = /mu.test(source(file)),
    )
    const marked = (file: string): boolean => /^ {2}edits: true,$|= (?:operationCommand|moveBy)\(/mu.test(source(file))
    expect(commands.filter(marked).length).toBeGreaterThan(5)
    expect(commands.filter((file) => reaches(file) !== marked(file))).toEqual([])
    // These write into a document that is new or no survey, or hand VS Code what it has asked for.
    const others = [
      'commands/new-survey',
      'commands/derive-profile',
      'editor/workspace-edit',
      'operations/rename-number',
      'survey/list-in-config',
    ]
    expect(
      files.filter(
        (file) =>
          within('client')(file) &&
          /\bnew WorkspaceEdit\b|\bapplyEdit\(|\beditor\.edit\(|\.insertSnippet\(/u.test(source(file)) &&
          ![changing, ...others.map((name) => `client/src/${name}`)].includes(file.replace(/\.ts$/u, '')),
      ),
    ).toEqual([])
  })

  test('`vscode` is imported where a VS Code runs', () => {
    expect(
      offending(
        (file) => !within('client', 'test/vscode')(file),
        ({ target }) => target === 'vscode',
      ),
    ).toEqual([])
  })

  test('the language server protocol is spoken at the edges only', () => {
    const speaks = within(
      'server/src/features',
      'server/src/session',
      'server/src/protocol.ts',
      'server/src/node.ts',
      'server/src/node/serve.ts',
      'server/src/node/transport.ts',
      'server/src/browser.ts',
      'client',
      'test',
    )
    expect(
      offending(
        (file) => !speaks(file),
        ({ target }) => /^vscode-(?:languageserver(?!-textdocument)|languageclient|jsonrpc)/u.test(target),
      ),
    ).toEqual([])
  })
})

describe('an exported name has one meaning in the whole server', () => {
  const server = files.filter(within('server/src'))
  const EXPORT = /^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gmu

  test('no two files export the same name', () => {
    const owners = new Map<string, string[]>()
    for (const file of server)
      for (const [, name = ''] of source(file).matchAll(EXPORT)) owners.set(name, [...(owners.get(name) ?? []), file])
    expect(
      [...owners].filter(([, each]) => each.length > 1).map(([name, each]) => `${name}: ${each.join(', ')}`),
    ).toEqual([])
  })

  test('no import gives a name of ours another one', () => {
    const renamed = server.flatMap((file) =>
      [...source(file).matchAll(/^import [^'"`;]*?\b(\w+ as \w+)\b[^'"`;]*?from '\.[^']*'/gmu)].map(
        ([, words]) => `${file}: ${words}`,
      ),
    )
    expect(renamed).toEqual([])
  })
})

/** The circles that imports of our files make, types included, each told once from where it was met. */
function circles(): readonly string[] {
  const asFile = (target: string): string | undefined =>
    [`${target}.ts`, `${target}/index.ts`, target].find((path) => files.includes(path))
  const next = new Map<string, readonly string[]>(
    files.map((file) => [
      file,
      imports.filter((each) => each.isOurs && each.file === file).flatMap(({ target }) => asFile(target) ?? []),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    else if (!done.has(file)) for (const target of next.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  return found
}

describe('every file of a table folder is in its table', () => {
  const names = (folder: string, ...helpers: readonly string[]): readonly string[] =>
    files
      .filter((file) => dirname(file) === folder)
      .map((file) => basename(file, '.ts'))
      .filter((name) => !['index', ...helpers].includes(name))
      .sort()

  test('rules: one file each, named by its code', () => {
    expect(names(`${CORE}/rules`, 'rule')).toEqual(rules.map(({ code }) => code).sort())
    for (const { code } of rules) expect(source(`${CORE}/rules/${code}.ts`)).toContain(`code: '${code}'`)
  })

  test('reference styles: one file each, named by its id', () => {
    expect(
      names(`${CORE}/references`).filter((name) =>
        source(`${CORE}/references/${name}.ts`).includes(': ReferenceStyle = '),
      ),
    ).toEqual(referenceStyles.map(({ id }) => id).sort())
  })

  test('forms of labels: one file each', () => {
    expect(
      names(`${CORE}/survey/labels`).filter((name) =>
        source(`${CORE}/survey/labels/${name}.ts`).includes(': LabelForm<'),
      ).length,
    ).toBe(labelForms.length)
  })

  test('forms of lists: one file each, named by its id', () => {
    expect(names(`${CORE}/references/forms`, 'form')).toEqual(listForms.map(({ id }) => id).sort())
  })

  test('operations: one file each, named by its id', () => {
    expect(
      names(`${CORE}/operations`).filter((name) => source(`${CORE}/operations/${name}.ts`).includes(': Operation = ')),
    ).toEqual(operations.map(({ id }) => id).sort())
  })

  test('formats of a matrix: one file each, named by its id', () => {
    expect(names(`${CORE}/matrix/formats`, 'format')).toEqual(matrixFormats.map(({ id }) => id).sort())
  })

  test('formats of histories: one file each, named by its id', () => {
    expect(names(`${CORE}/history/formats`, 'format')).toEqual(historyFormats.map(({ id }) => id).sort())
  })

  test('formats of sources: one file each', () => {
    expect(
      names('server/src/sources/formats')
        .flatMap(
          (name) =>
            /^export const \w+: SourceFormat = \{\s*id: '([^']+)'/mu.exec(
              source(`server/src/sources/formats/${name}.ts`),
            )?.[1] ?? [],
        )
        .sort(),
    ).toEqual(formats.map(({ id }) => id).sort())
  })

  test('profiles: one file each, named as front matter names them', () => {
    expect(names(`${CORE}/survey/profiles`)).toEqual(profiles.map(({ name }) => name).sort())
  })

  test('features, the client’s commands and the command line’s: nothing else stands beside them', () => {
    const besides = (folder: string, entry: RegExp, ...contract: readonly string[]): readonly string[] =>
      names(folder, ...contract).filter((name) => !entry.test(source(`${folder}/${name}.ts`)))
    expect(
      besides('server/src/features', /^export const \w+(?:: Feature(?:<.*>)? = | = feature[<(])/mu, 'feature'),
    ).toEqual([])
    expect(besides('server/src/cli/commands', /^export const \w+: Command = /mu)).toEqual([])
    expect(besides('client/src/commands', /^export const \w+: Command = /mu)).toEqual([])
  })

  // Their modules need a protocol or an editor, so the tables are read, not run.
  test.each([
    ['features', 'server/src/features', /^export const (\w+)(?:: Feature(?:<.*>)? = | = feature[<(])/mu],
    ['commands', 'client/src/commands', /^export const (\w+): Command = /mu],
  ])('%s', (_, folder, entry) => {
    const table =
      /^export const \w+: readonly \w+\[\] = \[([^\]]*)\]/mu.exec(source(`${folder}/index.ts`))?.[1]?.match(/\w+/gu) ??
      []
    const written = names(folder).flatMap((name) => entry.exec(source(`${folder}/${name}.ts`))?.[1] ?? [])
    expect(written.length).toBeGreaterThan(0)
    expect([...table].sort()).toEqual([...written].sort())
  })
})
