import { lint, severities, type Severity } from '../../core'
import { absentReferences } from '../absentReferences'
import type { Command } from '../command'
import { readFiles } from '../files'
import { failOn, format, today } from '../options'
import { checkJson } from '../reports/checkJson'
import { checkText } from '../reports/checkText'
import type { CheckedFile } from '../reports/checkedFile'

export const checkCommand: Command = {
  name: 'check',
  summary: 'Report what is missing, unfinished or wrong in surveys.',
  details: [
    'A Markdown file that is not a survey has no findings. The nearest .survey.json above a file says which\nsections its surveys have; without one they have those of a SWOT analysis.',
    'In text, columns count from 1. In JSON (schemas/check.schema.json), lines count from 1 and characters\nfrom 0, in UTF-16 units. A byte order mark is not counted.',
  ],
  options: { format, 'fail-on': failOn, today },

  async run({ files, options, terminal }) {
    const checked: CheckedFile[] = []
    for await (const file of readFiles(files, terminal, absentReferences)) {
      const findings = lint(file.document, {
        today: options['today'] ?? '',
        onCrash: ({ code }, error) =>
          terminal.problem(
            `${file.path}: the rule ${code} failed: ${error instanceof Error ? error.message : String(error)}`,
          ),
      })
      checked.push({ ...file, findings })
    }
    terminal.write(options['format'] === 'json' ? checkJson(checked) : checkText(checked, terminal.paint))
    const severe = checked.some(({ findings }) =>
      findings.some(({ severity }) => reaches(severity, options['fail-on'] ?? '')),
    )
    return severe ? 1 : 0
  },
}

const reaches = (severity: Severity, limit: string): boolean =>
  limit !== 'off' && severities.indexOf(severity) >= severities.findIndex((each) => each === limit)
