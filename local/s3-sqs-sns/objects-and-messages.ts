import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildApp } from 'fauxqs';
// fauxqs keeps these to itself, and its own server would listen on all network interfaces.
import { FileS3Persistence } from '../../node_modules/fauxqs/dist/s3/fileS3Persistence.js';
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { arn, type Account } from '../shared/account.ts';

/** Reads and writes whole objects in buckets. */
export interface Objects {
  /** Throws when there is no such bucket or object. */
  read(bucket: string, key: string): string;
  /** Throws when there is no such bucket. */
  write(bucket: string, key: string, text: string): void;
}

/** S3, SQS and SNS, all by fauxqs. Objects lie as files in a folder, messages in memory. */
export interface ObjectsAndMessages extends Objects {
  /** Answers a request to any of the three services. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Makes a bucket, unless there is one of this name. */
  provideBucket(name: string): void;
  provideQueue(name: string, url: string, attributes: Readonly<Record<string, string>>): void;
  provideTopic(name: string): void;
  /** Has a queue receive what is published to a topic. */
  subscribe(topicArn: string, queueArn: string): void;
  stop(): Promise<void>;
}

/** Starts S3, SQS and SNS. @param folder where objects lie; made if need be */
export async function startObjectsAndMessages(folder: string, account: Account): Promise<ObjectsAndMessages> {
  const s3Store = new S3Store();
  const sqsStore = new SqsStore();
  const snsStore = new SnsStore();
  const files = new FileS3Persistence(folder);
  files.loadS3(s3Store);
  s3Store.persistence = files;
  const app = buildApp({
    logger: false,
    defaultRegion: account.region,
    stores: { s3Store, sqsStore, snsStore },
  });
  await app.ready();
  return {
    handle: (request, response) => {
      if (isThereAlready(request, s3Store)) refuseOverwriting(response);
      else app.routing(request, response);
    },
    read: (bucket, key) => {
      const { body } = s3Store.getObject(bucket, key);
      return (body.length > 0 ? body : files.readBody(bucket, key)).toString('utf8');
    },
    write: (bucket, key, text) => {
      s3Store.putObject(bucket, key, Buffer.from(text), 'application/json');
    },
    provideBucket: (name) => {
      if (!s3Store.hasBucket(name)) s3Store.createBucket(name);
    },
    provideQueue: (name, url, attributes) => {
      sqsStore.createQueue(name, url, arn(account, 'sqs', name), attributes);
    },
    provideTopic: (name) => {
      snsStore.createTopic(name, undefined, undefined, account.region);
    },
    subscribe: (topicArn, queueArn) => {
      snsStore.subscribe(topicArn, 'sqs', queueArn);
    },
    stop: async () => {
      await app.close();
    },
  };
}

/** Whether a request is to write an object only where there is none (`If-None-Match: *`), which fauxqs would overlook. */
function isThereAlready({ method, headers, url = '' }: IncomingMessage, objects: S3Store): boolean {
  if (method !== 'PUT' || headers['if-none-match'] !== '*') return false;
  const [, bucket = '', key = ''] = /^\/([^/]+)\/([^?]+)/.exec(url) ?? [];
  try {
    objects.headObject(bucket, decodeURIComponent(key));
    return true;
  } catch {
    return false;
  }
}

function refuseOverwriting(response: ServerResponse): void {
  const body =
    '<Error><Code>PreconditionFailed</Code><Message>At least one of the pre-conditions you specified did not hold</Message></Error>';
  response.writeHead(412, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
