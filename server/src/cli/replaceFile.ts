import { access, constants, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { onDisk, pathFrom } from '../node/bytePath'
import { replaceAtOnce } from './replaceAtOnce'
import { writeInPlace } from './writeInPlace'

/**
 * Puts a text in the place of another. Most often that is done at once: whoever reads the file meanwhile finds the one or the
 * other, and so does whoever looks after a run that was ended. A file that would be another one afterwards, as it has several
 * names or belongs to somebody else, is written in place. Owner, mode, extended attributes and access control list stay;
 * resolves to what could not be kept, a sentence each. Rejects, and leaves the file alone, where it no longer holds the text
 * that was read.
 */
export async function replaceFile(path: string, before: string, after: string): Promise<readonly string[]> {
  const target = await realpath(onDisk(path), 'buffer')
  await access(target, constants.W_OK)
  const old = await stat(target)
  if (!old.isFile()) throw new Error('is not a regular file, so it is left alone')
  const change = { target, folder: dirname(pathFrom(target)), old, before, after }
  const losses = old.nlink > 1 ? undefined : await replaceAtOnce(change)
  return losses ?? writeInPlace(change)
}
