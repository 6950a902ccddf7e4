import type { Finding } from '../../../model/finding.ts';
import type { Location } from '../../../model/location.ts';
import { type Baseline, type BaselineEntry, entryKey } from '../baseline.ts';
import { belongs, entryOf, mergeEntries } from '../create-baseline.ts';
import { holdsSecret } from './holds-secret.ts';
import type { KnownLeak } from './known-leak.ts';

export interface ImportSettings {
  /** The text of the line that a location starts on; undefined when it can not be read. */
  readonly lineAt: (location: Location) => string | undefined;
  /** The other scanner's name for what a rule of ours finds. */
  readonly foreignRule: (ruleId: string) => string;
  /** Name of the imported file. */
  readonly source: string;
}

export interface Import {
  readonly baseline: Baseline;
  readonly matched: number;
  /** What matched nothing that we find. The baseline keeps it, until it is pruned. */
  readonly unmatched: readonly KnownLeak[];
}

/**
 * Adds what another scanner's file calls known to a baseline, by finding it again. A secret whose hash is known must be
 * the one that stands there; otherwise the place must be the same, and the rule when there are several findings.
 */
export function importLeaks(
  baseline: Baseline,
  leaks: readonly KnownLeak[],
  findings: readonly Finding[],
  settings: ImportSettings,
): Import {
  const relevant = findings.filter((finding) => finding.scanner === 'secrets' && belongs(finding));
  const known = new Set(baseline.entries.map(entryKey));
  const taken = new Map<Finding, BaselineEntry>();
  const unmatched: KnownLeak[] = [];
  for (const leak of leaks) {
    const found = findLeak(leak, relevant, settings);
    if (found.length === 0) unmatched.push(leak);
    for (const finding of found) {
      const entry = entryOf(finding, decisionOf(leak, settings.source));
      if (!known.has(entryKey(entry))) taken.set(finding, entry);
    }
  }
  const kept = unmatched
    .map((leak) => placeholderOf(leak, settings.source))
    .filter((each) => !known.has(entryKey(each)));
  return {
    baseline: { salt: baseline.salt, entries: mergeEntries([...baseline.entries, ...taken.values(), ...kept]) },
    matched: leaks.length - unmatched.length,
    unmatched,
  };
}

function findLeak(
  leak: KnownLeak,
  findings: readonly Finding[],
  { lineAt, foreignRule }: ImportSettings,
): readonly Finding[] {
  const { sha1 } = leak;
  if (sha1 !== undefined) {
    const holding = findings.filter(({ locations }) =>
      locations.some((location) => location.uri === leak.file && holdsSecret(lineAt(location) ?? '', sha1)),
    );
    return sameRule(holding, leak, foreignRule) ?? holding;
  }
  const there = findings.filter(({ locations }) =>
    locations.some(
      ({ uri, startLine, commit }) => uri === leak.file && startLine === leak.line && commit === leak.commit,
    ),
  );
  // One place may hold several secrets, of which only one was accepted.
  return there.length > 1 ? (sameRule(there, leak, foreignRule) ?? []) : there;
}

function sameRule(
  findings: readonly Finding[],
  { rule }: KnownLeak,
  foreignRule: ImportSettings['foreignRule'],
): readonly Finding[] | undefined {
  const same = findings.filter(({ ruleId }) => foreignRule(ruleId) === rule);
  return same.length > 0 ? same : undefined;
}

function decisionOf(leak: KnownLeak, source: string): BaselineEntry {
  return {
    fingerprints: [],
    rule: leak.rule,
    count: 1,
    status: leak.falsePositive ? 'false-positive' : 'open',
    owner: source,
    reason: leak.falsePositive ? 'audited as no secret' : 'known there',
  };
}

/** Matches nothing, and shows whoever reads the file what is left to look at. */
function placeholderOf(leak: KnownLeak, source: string): BaselineEntry {
  const place = [leak.commit ?? [], leak.file, leak.line ?? [], leak.sha1 ?? []].flat().join(':');
  const fingerprint = { kind: 'imported/v1', value: place };
  return { ...decisionOf(leak, source), fingerprints: [fingerprint], reason: 'known there, but not found' };
}
