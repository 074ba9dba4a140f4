import { createServer } from 'node:net';

/*
 * Answers every request on a keep-alive connection with the same reply. By hand over `node:net`,
 * because `node:http` would be the slower half of the fast clients' round trips.
 */
const BODY = '{"msg":"","code":"Success","params":null}    ';
const REPLY = Buffer.from(
  'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: keep-alive\r\n' +
    `Content-Length: ${BODY.length}\r\n\r\n${BODY}`,
);
const END_OF_HEAD = Buffer.from('\r\n\r\n');

const server = createServer((socket) => {
  let pending = Buffer.alloc(0);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    let replies = 0;
    for (let size = requestSize(pending); size !== undefined; size = requestSize(pending)) {
      pending = pending.subarray(size);
      replies += 1;
    }
    if (replies === 1) socket.write(REPLY);
    else if (replies > 1) socket.write(Buffer.concat(Array<Buffer>(replies).fill(REPLY)));
  });
});

/** The size of the first request, or `undefined` while it is not whole. */
function requestSize(bytes: Buffer): number | undefined {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end === -1) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const size = end + END_OF_HEAD.length + Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return bytes.length >= size ? size : undefined;
}

server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit());
