import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'

vi.mock('vscode', () => ({}))

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[]
    readonly keybindings: readonly {
      readonly command: string
      readonly args?: { readonly commands: readonly string[] }
      readonly when?: string
    }[]
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>
    readonly viewsWelcome: readonly { readonly contents: string }[]
  }
}
const { commands, keybindings, menus, viewsWelcome } = manifest.contributes
const declared = commands.map(({ command }) => command)

test('the manifest declares exactly the commands of the table', async () => {
  const { commandTable } = await import('../../client/src/commands/index')
  expect([...declared].sort()).toEqual(commandTable.map(({ id }) => id).sort())
})

test('every command is found under Survey in the palette', () => {
  expect(commands.every(({ category }) => category === 'Survey')).toBe(true)
})

test('keys, menus and welcome texts name commands that exist', () => {
  const named = [
    ...keybindings.flatMap(({ command, args }) => (command === 'runCommands' ? (args?.commands ?? []) : command)),
    ...Object.values(menus).flatMap((entries) => entries.map(({ command }) => command)),
    ...viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/\(command:([\w.]+)\)/gu)].map(([, command]) => command),
    ),
  ]
  // Escape closes VS Code's list; ours that follows is for nobody else. The picker of citations is moved in and marked by its own keys.
  expect(named.filter((command) => !declared.includes(command ?? ''))).toEqual([
    'hideSuggestWidget',
    'survey.closeOffering',
    'workbench.action.quickOpenSelectNext',
    'workbench.action.quickOpenSelectPrevious',
    'workbench.action.quickPickManyToggle',
  ])
})

test('no key does anything outside of a survey', () => {
  for (const { when } of keybindings) expect(when).toMatch(/survey\.(active|shown|offering|citing)/u)
})
