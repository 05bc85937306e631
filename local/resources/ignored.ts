/**
 * Types of resource that do nothing by themselves in a run: policies, which local/iam/ reads, alarms, records. Each with the property that names it. The embedded cloud gives their
 * names and ARNs to whoever refers to them, and does nothing else with them.
 */
export const ignoredTypes: ReadonlyMap<string, string> = new Map([
  ['AWS::ApiGatewayV2::ApiMapping', 'ApiMappingKey'],
  ['AWS::ApplicationInsights::Application', 'Name'],
  ['AWS::Budgets::Budget', 'Name'],
  ['AWS::CDK::Metadata', 'Name'],
  ['AWS::CloudWatch::Alarm', 'AlarmName'],
  ['AWS::CloudWatch::CompositeAlarm', 'AlarmName'],
  ['AWS::CloudWatch::Dashboard', 'DashboardName'],
  ['AWS::IAM::Policy', 'PolicyName'],
  ['AWS::Lambda::EventInvokeConfig', 'Name'],
  ['AWS::Lambda::Permission', 'Name'],
  ['AWS::Logs::MetricFilter', 'FilterName'],
  ['AWS::Logs::QueryDefinition', 'Name'],
  ['AWS::Logs::ResourcePolicy', 'PolicyName'],
  ['AWS::Logs::SubscriptionFilter', 'FilterName'],
  ['AWS::Route53::RecordSet', 'Name'],
  ['AWS::S3::BucketPolicy', 'Name'],
  ['AWS::SES::ConfigurationSet', 'Name'],
  ['AWS::SNS::Subscription', 'Name'],
  ['AWS::SNS::TopicPolicy', 'Name'],
  ['AWS::SQS::QueuePolicy', 'Name'],
  ['AWS::SSM::Parameter', 'Name'],
  ['AWS::XRay::Group', 'GroupName'],
]);
