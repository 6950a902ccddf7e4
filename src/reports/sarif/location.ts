import type { Excerpt } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { pathToUri } from '../path-uri.ts';

/** Name of the scanned tree's root in `originalUriBaseIds`. */
export const rootId = '%SRCROOT%';

export function artifactLocation(uri: string): object {
  return { uri: pathToUri(uri), uriBaseId: rootId };
}

/** A `region` (SARIF 2.1.0 §3.30); undefined means the whole file. */
export function region(location: Location): object | undefined {
  if (location.startLine === undefined) return undefined;
  const { startLine, startColumn, endLine, endColumn } = location;
  return {
    startLine,
    ...(startColumn !== undefined && { startColumn }),
    ...(endLine !== undefined && endLine >= startLine && { endLine }),
    ...(endColumn !== undefined && startColumn !== undefined && { endColumn }),
  };
}

/** A `physicalLocation` (§3.29); the excerpt becomes its context when it covers the region, as §3.29.5 demands. */
export function physicalLocation(location: Location, excerpt?: Excerpt): object {
  const place = region(location);
  const context = excerpt && place && covers(excerpt, location) ? contextRegion(excerpt) : undefined;
  return {
    artifactLocation: artifactLocation(location.uri),
    ...(place && { region: place }),
    ...(context && { contextRegion: context }),
  };
}

function covers(excerpt: Excerpt, location: Location): boolean {
  const first = location.startLine ?? 0;
  const last = location.endLine ?? first;
  return excerpt.startLine <= first && excerpt.startLine + excerpt.lines.length - 1 >= last;
}

function contextRegion(excerpt: Excerpt): object {
  return {
    startLine: excerpt.startLine,
    endLine: excerpt.startLine + excerpt.lines.length - 1,
    snippet: { text: excerpt.lines.join('\n') },
  };
}
