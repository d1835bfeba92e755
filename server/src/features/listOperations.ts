import { operations, type Choices, type OperationOption } from '../core'
import { operationsRequest, type OperationOptionInfo } from '../protocol'
import { feature } from './feature'

/** The table of operations, for the client's menus. */
export const listOperations = feature(operationsRequest, {}, (session, params) => {
  const document = params?.uri === undefined ? undefined : session.survey(params.uri)?.document
  return operations.map((operation) => {
    const { id, title, summary, options } = operation
    const current = (document && operation.current?.(document)) ?? {}
    return { id, title, summary, options: options.map((option) => optionInfo(option, current)) }
  })
})

const optionInfo = (
  { name, title, summary, scope, values, form, required }: OperationOption,
  current: Choices,
): OperationOptionInfo => ({
  name,
  title: title ?? null,
  summary,
  scope: scope ?? null,
  values:
    values?.map((each) => ({
      value: each.value,
      title: each.title ?? null,
      summary: each.summary,
      current: current[name] === each.value,
      forSelection: each.isForSelection === true,
    })) ?? null,
  form: values ? null : (form ?? 'number'),
  required: required === true,
})
