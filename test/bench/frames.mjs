/** A message as it goes over the wire. */
export function frame(message) {
  const body = JSON.stringify(message)
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

const longestHead = 256

/**
 * Takes chunks of bytes as they come and hands on the messages in them, parsed. The bytes of a message are copied once,
 * however many chunks it comes in.
 */
export function unframer(receive) {
  let head = ''
  let body
  let filled = 0

  const readHead = (chunk, at) => {
    const before = head.length
    head += chunk.latin1Slice(at, Math.min(chunk.length, at + longestHead))
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return Math.min(chunk.length, at + longestHead)
    body = Buffer.allocUnsafe(Number(/^content-length: *(\d+)/im.exec(head)[1]))
    filled = 0
    head = ''
    return at + end + 4 - before
  }

  const readBody = (chunk, at) => {
    const copied = chunk.copy(body, filled, at)
    filled += copied
    if (filled === body.length) {
      const whole = body
      body = undefined
      receive(JSON.parse(whole.utf8Slice()))
    }
    return at + copied
  }

  return (chunk) => {
    for (let at = 0; at < chunk.length;) at = body ? readBody(chunk, at) : readHead(chunk, at)
  }
}
