import type { Finding, Fix, Step, Suppression } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import type { RuleTable } from '../rule-table.ts';
import { limits } from './limits.ts';
import { artifactLocation, physicalLocation, region } from './location.ts';
import { message } from './message.ts';
import type { RuleList } from './rules.ts';
import { levels, precisions, securitySeverities } from './severity.ts';
import type { Taxonomies } from './taxonomies.ts';

export interface ResultContext {
  readonly table: RuleTable;
  readonly rules: RuleList;
  readonly taxa: Taxonomies;
}

/** A finding as a `result` (SARIF 2.1.0 §3.27). The first location is where it is; the others are related. */
export function result(finding: Finding, id: string, { table, rules, taxa }: ResultContext): object {
  const [first, ...others] = finding.locations;
  const rule = table.get(finding.ruleId);
  const ruleTaxa = rule ? taxa.of(rule) : [];
  const related = others.slice(0, limits.locations - 1).map(relatedLocation);
  return {
    ruleId: finding.ruleId,
    ruleIndex: rules.indexOf(finding.ruleId),
    level: levels[finding.severity],
    message: message(finding.message),
    guid: id,
    locations: [{ physicalLocation: physicalLocation(first, finding.excerpt), ...commitProperties(first) }],
    ...(related.length > 0 && { relatedLocations: related }),
    ...(finding.fingerprints.length > 0 && { partialFingerprints: fingerprints(finding) }),
    ...(finding.path && finding.path.length > 0 && { codeFlows: [codeFlow(finding.path)] }),
    ...(finding.fixes && finding.fixes.length > 0 && { fixes: finding.fixes.map(fix) }),
    ...(ruleTaxa.length > 0 && { taxa: ruleTaxa }),
    ...(finding.suppression && { suppressions: [suppression(finding.suppression)] }),
    ...(finding.baselineState && { baselineState: finding.baselineState }),
    properties: {
      scanner: finding.scanner,
      severity: finding.severity,
      confidence: finding.confidence,
      'security-severity': securitySeverities[finding.severity],
      precision: precisions[finding.confidence],
      ...(finding.properties && { details: finding.properties }),
    },
  };
}

function relatedLocation(location: Location, index: number): object {
  return { id: index + 1, physicalLocation: physicalLocation(location), ...commitProperties(location) };
}

function commitProperties({ commit, blob }: Location): object {
  if (commit === undefined && blob === undefined) return {};
  return { properties: { ...(commit !== undefined && { commit }), ...(blob !== undefined && { blob }) } };
}

/**
 * Kinds carry their version (`secret/v1`). `primaryLocationLineHash` is left to the uploader, which warns of every
 * value that is not its own; besides, it is an unsalted hash of the line, secret included.
 */
function fingerprints(finding: Finding): Record<string, string> {
  return Object.fromEntries(finding.fingerprints.map(({ kind, value }) => [kind, value]));
}

function codeFlow(path: readonly Step[]): object {
  const locations = path.slice(0, limits.steps).map((step) => ({
    location: { physicalLocation: physicalLocation(step.location), message: message(step.message) },
  }));
  return { threadFlows: [{ locations }] };
}

function fix({ description, edits }: Fix): object {
  const files = [...new Set(edits.map((edit) => edit.location.uri))];
  return {
    description: message(description),
    artifactChanges: files.map((uri) => ({
      artifactLocation: artifactLocation(uri),
      replacements: edits
        .filter((edit) => edit.location.uri === uri)
        .map((edit) => ({ deletedRegion: region(edit.location) ?? {}, insertedContent: { text: edit.text } })),
    })),
  };
}

function suppression({ kind, reason, owner, expires }: Suppression): object {
  return {
    kind: kind === 'in-source' ? 'inSource' : 'external',
    status: 'accepted',
    ...(reason !== undefined && { justification: reason }),
    properties: { kind, ...(owner !== undefined && { owner }), ...(expires !== undefined && { expires }) },
  };
}
