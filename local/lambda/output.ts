interface Written {
  readonly chunk: string | Buffer;
  readonly encoding: BufferEncoding;
}

/**
 * Has what this thread writes to its standard output and error go to `take`, as the characters of Latin-1. Node's own way to
 * the parent thread takes two messages for each write: it is asked whether more may be written.
 */
export function takeOutput(take: (text: string) => void): void {
  const takeAll = (written: readonly Written[], done: () => void): void => {
    for (const { chunk, encoding } of written) {
      take((typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk).toString('latin1'));
    }
    done();
  };
  for (const stream of [process.stdout, process.stderr]) Object.assign(stream, { _writev: takeAll });
}
