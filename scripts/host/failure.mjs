/** A failure the person at the terminal can act on: shown as one line, without a stack. */
export class Failure extends Error {}

/** Runs a script's body; its result is the exit code, and nothing means success. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error)
    process.exitCode = 1
  }
}
