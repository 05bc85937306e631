import { NoSuchKey, NotFound, S3ServiceException } from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';

interface Upload {
  readonly key: string;
  readonly parts: Map<number, Buffer>;
}

type Input = Readonly<Record<string, unknown>>;

/** Objects in memory, strongly consistent as S3 is. */
export class ModelS3 {
  readonly objects = new Map<string, Buffer>();
  readonly #uploads = new Map<string, Upload>();

  answer(command: string, input: Input): object {
    const key = `${String(input['Bucket'])}/${String(input['Key'])}`;
    switch (command) {
      case 'PutObjectCommand': {
        if (input['IfNoneMatch'] === '*' && this.objects.has(key)) {
          throw failure(
            'PreconditionFailed',
            412,
            'At least one of the pre-conditions you specified did not hold',
          );
        }
        this.objects.set(key, Buffer.from(input['Body'] as Buffer));
        return { ETag: '"etag"' };
      }
      case 'GetObjectCommand': {
        const object = this.objects.get(key);
        if (object === undefined) {
          throw new NoSuchKey({
            message: 'The specified key does not exist.',
            $metadata: { httpStatusCode: 404 },
          });
        }
        return { Body: bodyOf(object), ContentLength: object.length };
      }
      case 'HeadObjectCommand':
        if (this.objects.has(key)) return { VersionId: 'the only one' };
        throw new NotFound({ message: 'NotFound', $metadata: { httpStatusCode: 404 } });
      case 'DeleteObjectCommand':
        this.objects.delete(key);
        return {};
      case 'CreateMultipartUploadCommand': {
        const UploadId = `upload-${this.#uploads.size + 1}`;
        this.#uploads.set(UploadId, { key, parts: new Map() });
        return { UploadId };
      }
      case 'UploadPartCommand':
        this.#upload(input).parts.set(Number(input['PartNumber']), Buffer.from(input['Body'] as Buffer));
        return { ETag: '"part"' };
      case 'CompleteMultipartUploadCommand': {
        const { parts } = this.#upload(input);
        const ordered = [...parts].toSorted(([a], [b]) => a - b).map(([, part]) => part);
        this.objects.set(key, Buffer.concat(ordered));
        return {};
      }
      case 'AbortMultipartUploadCommand':
        this.#uploads.delete(String(input['UploadId']));
        return {};
      default:
        throw new Error(`the model of S3 does not know ${command}`);
    }
  }

  #upload(input: Input): Upload {
    const upload = this.#uploads.get(String(input['UploadId']));
    if (upload === undefined) throw failure('NoSuchUpload', 404, 'The specified upload does not exist.');
    return upload;
  }
}

function failure(name: string, httpStatusCode: number, message: string): Error {
  return new S3ServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode } });
}

/** A body as the SDK gives it: a stream that can also be read at once. */
function bodyOf(object: Buffer): Readable {
  return Object.assign(Readable.from([object]), {
    transformToByteArray: () => Promise.resolve(new Uint8Array(object)),
    transformToString: () => Promise.resolve(object.toString()),
  });
}
