import { type TextDocument } from 'vscode'
import { type Workbench } from '../workbench'
import { sayWhy } from './say-why'

/** The file at hand, where it looks like a survey and nobody has said what it is. Elsewhere the author is told what it is. */
export async function candidateHere(workbench: Workbench): Promise<TextDocument | undefined> {
  const here = await workbench.survey.upToDate()
  if (here?.outline.candidate) return here.document
  sayWhy(workbench)
  return undefined
}
