const id = /^[A-Za-z0-9_-]{1,64}$/

/**
 * Whether `value` can be the id of an entity. Keys that are made of several ids («placementKey», «lineKey») join
 * them by a sign that no id holds, so that two keys never meet.
 */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && id.test(value)
}
