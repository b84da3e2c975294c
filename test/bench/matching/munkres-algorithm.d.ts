/** The package names a file of types that it does not ship. */
declare module 'munkres-algorithm' {
  export function maxWeightAssign(weights: number[][]): { assignments: (number | null)[] };
}
