import { fixOf } from './fixable.mjs'
import { table } from './markdown.mjs'
import { allSettings } from './settings.mjs'

/** The README with fresh tables between its markers. A README without them stays as it is. */
export function readme(tables, present) {
  if (present === undefined) return undefined
  return Object.entries(parts).reduce((text, [name, part]) => {
    const block = new RegExp(`(<!-- generated:${name} -->\n)[^]*?(<!-- /generated:${name} -->)`, 'g')
    return text.replace(block, (_, opening, closing) => `${opening}\n${part(tables)}\n\n${closing}`)
  }, present)
}

const parts = { settings, rules, commands, operations }

function settings(tables) {
  const rows = allSettings(tables)
    .filter(({ name }) => !name.startsWith('rules.'))
    .map(({ name, schema }) => [`\`survey.${name}\``, `\`${JSON.stringify(schema.default)}\``, meaning(schema)])
  const rule = [
    '`survey.rules.<rule>`',
    'see the rule',
    'How severe the findings of a rule are: `off`, `hint`, `information`, `warning` or `error`.',
  ]
  return table(['Setting', 'Default', 'Meaning'], [...rows, rule])
}

const meaning = ({ markdownDescription, enum: values, enumDescriptions }) =>
  [markdownDescription, ...(enumDescriptions ?? []).map((each, i) => `\`${values[i]}\`: ${each}`)].join('<br>')

function rules(tables) {
  return table(
    ['Rule', 'Severity', 'Quick fix', 'What it finds'],
    tables.rules.map((rule) => [
      `[\`${rule.code}\`](docs/RULES.md#${rule.code})`,
      rule.isOff ? 'off' : rule.severity,
      fixOf(rule, tables),
      rule.summary,
    ]),
  )
}

/** What changes a survey as a whole, as the command line has it. */
function operations(tables) {
  const option = (each) => {
    const words = `--${each.name} ${tables.valueWord(each)}`
    return `\`${each.required ? words : `[${words}]`}\``
  }
  return table(
    ['Command', 'Options', 'What it does'],
    tables.operations.map(({ id, options, summary }) => [
      `\`survey ${id}\``,
      options.map(option).join('<br>'),
      summary,
    ]),
  )
}

/** The commands of the palette and their keys. */
function commands({ contributes }) {
  const hidden = new Set(
    contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
  )
  return table(
    ['Command', 'Key', 'Key on a Mac'],
    contributes.commands
      .filter(({ command }) => !hidden.has(command))
      .map(({ command, category, title }) => {
        const binding = contributes.keybindings.find((each) => each.command === command)
        return [`${category}: ${title}`, keys(binding?.key), keys(binding?.mac ?? binding?.key)]
      }),
  )
}

const keys = (key = '') =>
  key
    .split(' ')
    .filter(Boolean)
    .map(
      (chord) =>
        `\`${chord
          .split('+')
          .map((part) => part[0].toUpperCase() + part.slice(1))
          .join('+')}\``,
    )
    .join(' ')
