import { type PlanRefusal } from '../../../server/src/protocol'

export const isRefusal = (answer: object): answer is PlanRefusal => 'refused' in answer
