import { expect, test } from 'vitest'
import { shortReason } from '../../client/src/views/short-reason'

test('a reason in short says why, without repeating what', () => {
  expect(shortReason('This is a survey: 5 initiatives below the heading “Current”.', 44)).toBe(
    '5 initiatives below the heading “Current”',
  )
  expect(shortReason('This is not a survey: no heading ends in “initiatives” with initiatives below it.', 44)).toBe(
    'no heading ends in “initiatives” with …',
  )
  expect(shortReason('Because', 44)).toBe('Because')
})
