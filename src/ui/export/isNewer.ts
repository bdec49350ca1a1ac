/** True where version `a` ("1.10.0") came after `b`. What is no number counts as 0. */
export function isNewer(a: string, b: string): boolean {
  const [ours, theirs] = [b, a].map((version) => version.split(/[.+-]/).map((part) => Number(part) || 0)) as [
    number[],
    number[],
  ];
  for (let i = 0; i < 3; i++) {
    const difference = (theirs[i] ?? 0) - (ours[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
