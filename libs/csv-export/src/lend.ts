import { Writable } from 'node:stream';

/** A stream that passes everything on to another one, chunk by chunk as it is taken, and leaves it open. */
export function lend(destination: Writable): Writable {
  const onError = (error: Error) => lent.destroy(error);
  const onClose = () => lent.destroy(prematureClose());
  const lent = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => destination.write(chunk, done),
    destroy(error, done) {
      destination.off('close', onClose);
      // The stream tells of a failed write twice, by the callback and then by the event.
      if (error === null) destination.off('error', onError);
      done(error);
    },
  });
  destination.on('error', onError).once('close', onClose);
  return lent;
}

function prematureClose(): Error {
  return Object.assign(new Error('The stream was closed.'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
}
