import { answerOf, type ServiceAnswer, type ServiceRequest } from '../endpoint/exchange.ts';
import { asServiceError } from '../endpoint/protocols.ts';
import { ServiceError } from '../shared/service-error.ts';
import { contentOf } from './chunked.ts';
import type { Objects } from './objects.ts';
import { Uploads } from './uploads.ts';
import { escapeMarkup } from '../shared/markup.ts';

/** An object, and what is wanted of it. */
interface Target {
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
}

/** The API of S3 for whole objects, as far as it is here: put (also only where there is none, or in parts), get, head. */
export class S3Api {
  readonly #objects: Objects;
  readonly #uploads = new Uploads();

  constructor(objects: Objects) {
    this.#objects = objects;
  }

  /** Answers a request with the bucket in its path. */
  answer(request: ServiceRequest): ServiceAnswer {
    try {
      return this.#answer(request, targetOf(request));
    } catch (error) {
      const { statusCode, code, message } = asServiceError(error);
      const body = `<Error><Code>${code}</Code><Message>${escapeMarkup(message)}</Message></Error>`;
      return answerOf(statusCode, 'application/xml', request.method === 'HEAD' ? '' : body);
    }
  }

  #answer(request: ServiceRequest, target: Target): ServiceAnswer {
    const { bucket, key, query } = target;
    const upload = query.get('uploadId');
    const wanted = `${request.method}${query.has('uploads') ? ' uploads' : ''}${upload === null ? '' : ' upload'}`;
    switch (wanted) {
      case 'GET':
        return answerOf(200, 'application/octet-stream', this.#objects.read(bucket, key), this.#head(target));
      case 'HEAD':
        if (key === '') {
          this.#objects.requireBucket(bucket);
          return answerOf(200, 'application/xml', '');
        }
        return answerOf(200, 'application/octet-stream', '', this.#head(target));
      case 'PUT':
        return this.#put(request, target);
      case 'DELETE':
        this.#objects.remove(bucket, key);
        return answerOf(204, 'application/xml', '');
      case 'POST uploads':
        return answerOf(
          200,
          'application/xml',
          `<InitiateMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${escapeMarkup(key)}</Key>` +
            `<UploadId>${this.#uploads.begin(bucket, key)}</UploadId></InitiateMultipartUploadResult>`,
        );
      case 'PUT upload': {
        const number = Number(query.get('partNumber'));
        this.#uploads.add(upload ?? '', number, bodyOf(request));
        return answerOf(200, 'application/xml', '', { etag: `"${number}"` });
      }
      case 'POST upload': {
        const numbers = request.body.toString('utf8').matchAll(/<PartNumber>(\d+)<\/PartNumber>/g);
        const content = this.#uploads.complete(
          upload ?? '',
          [...numbers].map(([, number]) => Number(number)),
        );
        const etag = this.#objects.write(bucket, key, content);
        return answerOf(
          200,
          'application/xml',
          `<CompleteMultipartUploadResult><Bucket>${bucket}</Bucket><Key>${escapeMarkup(key)}</Key>` +
            `<ETag>${escapeMarkup(etag)}</ETag></CompleteMultipartUploadResult>`,
        );
      }
      case 'DELETE upload':
        this.#uploads.abort(upload ?? '');
        return answerOf(204, 'application/xml', '');
      default:
        throw new ServiceError(
          'NotImplemented',
          `the embedded cloud does not do ${request.method} ${request.url} of S3`,
          {},
          501,
        );
    }
  }

  #put(request: ServiceRequest, { bucket, key }: Target): ServiceAnswer {
    if (request.headers['if-none-match'] === '*' && this.#objects.has(bucket, key)) {
      throw new ServiceError(
        'PreconditionFailed',
        'At least one of the pre-conditions you specified did not hold',
        {},
        412,
      );
    }
    return answerOf(200, 'application/xml', '', {
      etag: this.#objects.write(bucket, key, bodyOf(request)),
    });
  }

  #head({ bucket, key }: Target): Record<string, string> {
    const { bytes, etag, lastModified } = this.#objects.head(bucket, key);
    return { etag, 'content-length': String(bytes), 'last-modified': lastModified.toUTCString() };
  }
}

function targetOf({ method, url }: ServiceRequest): Target {
  const [path = '', query] = url.split('?', 2);
  const [, bucket = '', key = ''] = /^\/([^/]+)\/?(.*)$/s.exec(path) ?? [];
  if (key === '' && method !== 'HEAD') {
    throw new ServiceError('NotImplemented', 'the embedded cloud does objects of S3 only', {}, 501);
  }
  try {
    return { bucket, key: decodeURIComponent(key), query: new URLSearchParams(query) };
  } catch {
    throw new ServiceError('InvalidURI', `Could not parse the specified URI: ${url}`);
  }
}

function bodyOf({ headers, body }: ServiceRequest): Buffer {
  return headers['content-encoding']?.includes('aws-chunked') === true ? contentOf(body) : body;
}
