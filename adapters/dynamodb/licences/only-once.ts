/** The put of an item that is written once and never over another. */
export function onlyOnce(item: Record<string, unknown>) {
  return { Item: item, ConditionExpression: 'attribute_not_exists(licenceId)' };
}
