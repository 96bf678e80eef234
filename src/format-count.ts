/** formatCount writes a whole number for people: `1,200`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
