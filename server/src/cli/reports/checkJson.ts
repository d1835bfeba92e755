import { recognitionWord, type FoundBy } from '../../core'
import type { CheckedFile } from './checkedFile'

/** The result of `survey check` as `schemas/check.schema.json` describes it. */
export const checkJson = (files: readonly CheckedFile[]): string =>
  `${JSON.stringify({ files: files.map(fileOf) }, null, 2)}\n`

const fileOf = (file: CheckedFile) => ({
  path: file.path,
  survey: file.document.recognition.survey,
  recognition: recognitionWord(file.document.recognition),
  findings: file.findings.map((finding) => findingOf(finding, file)),
})

function findingOf({ span, rule, severity, message, fix }: FoundBy, { document: { buffer } }: CheckedFile) {
  const start = buffer.positionAt(span.from)
  const end = buffer.positionAt(span.to)
  return {
    code: rule.code,
    severity,
    message,
    line: start.line + 1,
    character: start.character,
    endLine: end.line + 1,
    endCharacter: end.character,
    fixable: fix !== undefined,
  }
}
