import type { LabelForm } from './form'

/** `#### Strengths`, which the parser finds. */
export const headingForm: LabelForm<'heading'> = {
  id: 'heading',
  find: () => undefined,
  styleOf: ({ level }) => ({ form: 'heading', level: level ?? 1 }),
  write: ({ level }, lineBreak) => ({
    open: `${'#'.repeat(level)} `,
    close: '',
    gap: lineBreak.repeat(2),
    between: lineBreak.repeat(2),
  }),
}
