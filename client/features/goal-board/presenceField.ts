/** Where in a goal somebody is: `goal:<id>:title`, `goal:<id>:move`, `goal:<id>:action:<action id>` … */
export function presenceField(goalId: string, part: string): string {
  return `goal:${goalId}:${part}`
}
