import { Failure } from '../../scripts/host/failure.mjs'
import { typingMeasures } from './measures.mjs'
import { summary, takeSamples } from './samples.mjs'
import { checkAlive, openSession, timeOpen, timeStart } from './session.mjs'

/** How often something is done before it counts. */
export const warmUp = 30

/**
 * Measures servers, ours first, on documents, ours and the floors in the same minutes. Answers a list of results: what was
 * measured (`measure`, `survey`), whose it is (`server`), and a summary with the size of the last answer or a `failure`.
 */
export async function measureAll({ servers, floors, documents, folder, options, progress }) {
  const { measures, repeat, samples, budget } = options
  const wants = ({ name }) => measures.includes(name)
  const echo = floors.find(({ name }) => name === 'echo')
  const results = []
  const note = (about, server, outcome) =>
    void results.push({ ...about, server: server.name, isFloor: floors.includes(server), ...outcome })

  const inTurn = async (about, time) => {
    if (!wants({ name: about.measure })) return
    progress(`${about.survey} ${about.measure}`.trim())
    const outcomes = await takeTurns([...servers, echo], time, { repeat, budget })
    outcomes.forEach((outcome, server) => note(about, server, outcome))
  }

  const type = async (measure, about, document, sessions) => {
    progress(`${about.survey} ${about.measure}`)
    for (const { server, editor } of sessions) {
      const isOtherFloor = floors.includes(server) && server.name !== measure.floor
      if (isOtherFloor || !editor[measure.answers]) continue
      note(
        about,
        server,
        await attempt(async () => {
          const { times, answer } = await takeSamples(measure.begin(editor, document), {
            count: samples,
            warmUp,
            budget,
          })
          return { ...summary(times), asked: samples, size: measure.size(answer) }
        }),
      )
    }
  }

  const inSessions = async (document, of) => {
    const sessions = []
    try {
      for (const server of [...servers, ...floors]) {
        const { failure } = await attempt(async () => void sessions.push(await openSession(server, folder, document)))
        if (failure) note(of('session', ''), server, { failure })
      }
      for (const measure of typingMeasures.filter(wants))
        await type(measure, of(measure.name, measure.title), document, sessions)
      for (const { server, client } of sessions) {
        const peak = await client.peakMemory()
        if (wants({ name: 'memory' }) && peak !== undefined && server.name !== 'outline')
          note(of('memory', 'peak memory, MiB'), server, { p50: peak })
        if (server === servers[0])
          note(
            of('session', ''),
            server,
            await attempt(() => checkAlive({ server, editor: sessions[0].editor }, document)),
          )
      }
    } finally {
      await Promise.all(sessions.map(({ client }) => client.stop()))
    }
  }

  await inTurn({ measure: 'start', title: 'start → `initialize` answered', survey: '' }, (server) =>
    timeStart(server, folder),
  )
  for (const document of documents) {
    const of = (measure, title) => ({ measure, title, survey: document.name, surveyTitle: document.title })
    await inTurn(of('open', 'open → first findings'), (server) => timeOpen(server, folder, document))
    if ([...typingMeasures, { name: 'memory' }].some(wants)) await inSessions(document, of)
  }
  return results
}

/** Round by round rather than server by server: when the machine has a slow minute, it is slow for all. */
async function takeTurns(servers, time, { repeat, budget }) {
  const taken = new Map(servers.map((server) => [server, { times: [], spent: 0 }]))
  for (let round = 0; round < repeat; round++) {
    for (const [server, each] of taken) {
      if (each.failure || each.spent > budget * 1000) continue
      const started = performance.now()
      const { value, failure } = await attempt(async () => ({ value: await time(server) }))
      each.spent += performance.now() - started
      if (failure) each.failure = failure
      else each.times.push(value)
    }
  }
  return new Map(
    [...taken].map(([server, { times, failure }]) => [
      server,
      failure ? { failure } : { ...summary(times), asked: repeat },
    ]),
  )
}

/** What work answers, or why a server did not do it. */
async function attempt(work) {
  try {
    return (await work()) ?? {}
  } catch (error) {
    if (error instanceof Failure) return { failure: error.message }
    throw error
  }
}
