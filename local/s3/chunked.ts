import { ServiceError } from '../shared/service-error.ts';

/**
 * The content in a body of encoding `aws-chunked`: chunks, each after a line with its length in hexadecimal digits and
 * perhaps a signature; a chunk of length 0 and trailing headers end it.
 * @throws ServiceError when the body is cut off
 */
export function contentOf(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const line = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.toString('latin1', at, line), 16);
    if (line < 0 || Number.isNaN(length)) throw cutOff();
    if (length === 0) return Buffer.concat(chunks);
    const start = line + 2;
    if (start + length > body.length) throw cutOff();
    chunks.push(body.subarray(start, start + length));
    at = start + length + 2;
  }
}

function cutOff(): ServiceError {
  return new ServiceError('IncompleteBody', 'The request body is cut off.');
}
