/** The natural text of every file of interest after one commit. */
export interface Snapshot {
  readonly label: string;
  readonly files: ReadonlyMap<string, string>;
}

const largest = 200_000;

/** Source files that a formatter and a syntax check can take. */
export function isOfInterest(path: string, size: number): boolean {
  return (
    /\.(js|cjs|mjs|ts)$/.test(path) &&
    !/\.(min|d)\.|(^|\/)(dist|build|node_modules|browser)\//.test(path) &&
    size < largest
  );
}
