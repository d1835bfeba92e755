import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { coalesce } from '../../client/src/survey/coalesce'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function work() {
  const state = { started: 0, ended: 0, most: 0 }
  const run = async () => {
    state.started++
    state.most = Math.max(state.most, state.started - state.ended)
    await new Promise((resolve) => setTimeout(resolve, 50))
    state.ended++
  }
  return { state, run }
}

test('many requests are one run', async () => {
  const { state, run } = work()
  const runs = coalesce(run, 80)
  for (let index = 0; index < 10; index++) runs.request()
  await vi.advanceTimersByTimeAsync(1000)
  expect(state.started).toBe(1)
})

test('someone who types without a pause sees updates too, one at a time', async () => {
  const { state, run } = work()
  const runs = coalesce(run, 80)
  for (let time = 0; time < 1000; time += 10) {
    runs.request()
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(state.started).toBeGreaterThan(5)
  expect(state.most).toBe(1)
})

test('a request while one runs is not lost', async () => {
  const { state, run } = work()
  const runs = coalesce(run, 10)
  runs.request()
  await vi.advanceTimersByTimeAsync(20)
  runs.request()
  await vi.advanceTimersByTimeAsync(200)
  expect(state).toMatchObject({ started: 2, ended: 2, most: 1 })
})

test('now() waits for a run that started after it was called', async () => {
  const { state, run } = work()
  const runs = coalesce(run, 80)
  void runs.now()
  let done = false
  void runs.now().then(() => (done = true))
  await vi.advanceTimersByTimeAsync(60)
  expect([state.ended, done]).toEqual([1, false])
  await vi.advanceTimersByTimeAsync(60)
  expect([state.ended, done]).toEqual([2, true])
})

test('nothing runs after dispose', async () => {
  const { state, run } = work()
  const runs = coalesce(run, 80)
  runs.request()
  runs.dispose()
  await runs.now()
  await vi.advanceTimersByTimeAsync(1000)
  expect(state.started).toBe(0)
})
