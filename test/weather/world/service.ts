/** The services that the application calls, as the model names them. */
export type Service = 'dynamodb' | 's3' | 'kms' | 'ses' | 'sns' | 'sqs' | 'states';
