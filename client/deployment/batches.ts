export { batchesOf } from '../../adapters/dynamodb/table/batch-get.ts';
