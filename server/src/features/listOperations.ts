import { operations } from '../core'
import { operationsRequest } from '../protocol'
import { feature } from './feature'

/** The table of operations, for the client's menus. */
export const listOperations = feature(operationsRequest, {}, () =>
  operations.map(({ id, title, summary, options }) => ({
    id,
    title,
    summary,
    options: options.map(({ name, summary: about, values, form, required }) => ({
      name,
      summary: about,
      values: values ?? null,
      form: values ? null : (form ?? 'number'),
      required: required === true,
    })),
  })),
)
