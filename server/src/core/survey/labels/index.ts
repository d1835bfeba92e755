import type { Characters } from '../../text/characters'
import type { Label, LabelStyle } from '../model'
import { emphasisForm } from './emphasis'
import type { LabelForm, LabelInLine, WrittenLabel } from './form'
import { headingForm } from './heading'
import { itemForm } from './item'
import type { Line } from './line'
import { plainLineForm } from './plainLine'
import { runInForm } from './runIn'

/** The ways to write a label. Of a line that two of them know, the first is meant. */
export const labelForms = [headingForm, emphasisForm, runInForm, itemForm, plainLineForm] as const

/** What of a line may be a label, in which form. */
export function labelIn(line: Line): (LabelInLine & { readonly form: LabelStyle['form'] }) | undefined {
  for (const { id: form, find } of labelForms) {
    const found = find(line)
    if (found) return { form, ...found }
  }
  return undefined
}

/** How a label is written. */
export const labelStyleOf = (label: Label, text: Characters): LabelStyle => formNamed(label.form).styleOf(label, text)

/** What stands around the title of a label that is written like others. */
export const writtenLabel = (style: LabelStyle, lineBreak: string): WrittenLabel =>
  formNamed(style.form).write(style, lineBreak)

const formNamed = (id: LabelStyle['form']): LabelForm =>
  labelForms.find((form) => form.id === id) as unknown as LabelForm
