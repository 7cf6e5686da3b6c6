/**
 * Index of the first element that has been `reached`; the number of elements where none has. `sorted` must be so that behind
 * the first reached one all are.
 */
export function firstReached<T>(sorted: readonly T[], reached: (element: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(sorted[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
