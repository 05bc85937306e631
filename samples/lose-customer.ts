import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';

// The mistake in docs/tour.md: somebody deletes a customer who still has licences.
// `npm run sample:lose-customer C-REEF`
const [customerId = ''] = process.argv.slice(2);
const { Stacks = [] } = await new CloudFormationClient().send(
  new DescribeStacksCommand({ StackName: 'PerennialLicences' }),
);
const outputs = Stacks.flatMap((stack) => stack.Outputs ?? []);
const table = outputs.find(({ OutputKey }) => OutputKey === 'CustomersTable')?.OutputValue;
await new DynamoDBClient().send(
  new DeleteItemCommand({ TableName: table, Key: { customerId: { S: customerId } } }),
);
