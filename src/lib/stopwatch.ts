/**
 * Starts counting; the function gives the milliseconds since. The global `performance` would do the same, but loading it
 * takes longer than a small scan.
 */
export function startStopwatch(): () => number {
  const started = process.hrtime.bigint();
  return () => Number(process.hrtime.bigint() - started) / 1e6;
}
