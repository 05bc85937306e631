import { PublishCommand, SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import { environment } from '../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../contracts/deployment/settings.ts';

/** SNS has certainly not taken it. */
export class NotPublished extends Error {
  override readonly name = 'NotPublished';
}

/** Most letters of a subject, which has to be in ASCII. */
const longestSubject = 99;

/** The topic that e-mails alarms to operators. SNS does not recognise a repeated request, so the client sends once. */
export class OperatorsTopic {
  private readonly client = new SNSClient({ maxAttempts: 1 });
  private readonly topic: string;

  constructor(settings: Settings) {
    this.topic = setting(settings, environment.operatorsTopic);
  }

  /** Throws `NotPublished` where nothing has gone out; by any other error, something may have. */
  async publish(subject: string, text: string): Promise<void> {
    const Subject = subject.slice(0, longestSubject);
    try {
      await this.client.send(new PublishCommand({ TopicArn: this.topic, Subject, Message: text }));
    } catch (error) {
      const status = error instanceof SNSServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
      if (status < 400 || status >= 500) throw error;
      throw new NotPublished('SNS has turned the digest away', { cause: error });
    }
  }
}
