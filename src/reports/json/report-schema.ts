import { z } from 'zod';
import type { JsonValue } from '../../model/finding.ts';
import { confidences, severities } from '../../model/severity.ts';
import { schemaVersion } from './document.ts';

const time = z.string().meta({ description: 'ISO 8601 time in UTC' });
const severity = z.enum(severities);
const confidence = z.enum(confidences);
const line = z.int().min(1);

const location = z
  .object({
    uri: z.string(),
    startLine: line.exactOptional(),
    startColumn: line.exactOptional(),
    endLine: line.exactOptional(),
    endColumn: line.exactOptional(),
    commit: z.string().exactOptional(),
    blob: z.string().exactOptional(),
  })
  .meta({
    description: 'Lines and columns are 1-based, columns count UTF-16 units, endColumn is exclusive',
  });

const excerpt = z
  .object({
    startLine: line,
    lines: z.array(z.string()),
    highlight: z.object({ line, startColumn: line, endColumn: line }).exactOptional(),
  })
  .meta({ description: 'Source lines with every secret masked' });

const suppression = z.object({
  kind: z.enum(['in-source', 'waiver', 'baseline', 'ignore-file', 'tool']),
  reason: z.string().exactOptional(),
  owner: z.string().exactOptional(),
  expires: z.string().exactOptional(),
});

const edit = z.object({ location, text: z.string() });

const jsonValue: z.ZodType<JsonValue> = z.json();

const finding = z.object({
  id: z.string().meta({ description: 'UUID v5 of the rule and the strongest fingerprint' }),
  ruleId: z.string(),
  scanner: z.string(),
  message: z.string(),
  severity,
  confidence,
  locations: z.tuple([location], location),
  fingerprints: z.array(z.object({ kind: z.string(), value: z.string() })),
  excerpt: excerpt.exactOptional(),
  path: z.array(z.object({ location, message: z.string() })).exactOptional(),
  fixes: z
    .array(z.object({ description: z.string(), safe: z.boolean(), edits: z.tuple([edit], edit) }))
    .exactOptional(),
  suppression: suppression.exactOptional(),
  baselineState: z.enum(['new', 'unchanged', 'updated', 'absent']).exactOptional(),
  properties: z.record(z.string(), jsonValue).exactOptional(),
});

const component = z.object({
  scanner: z.string(),
  purl: z.string(),
  name: z.string(),
  version: z.string().exactOptional(),
  licenses: z.array(z.string()),
  scope: z.enum(['runtime', 'development', 'optional', 'unknown']),
  direct: z.boolean().exactOptional(),
  locations: z.array(location),
  dependsOn: z.array(z.string()),
});

const unknown = z.object({
  scanner: z.string(),
  reason: z.string(),
  message: z.string(),
  location: location.exactOptional(),
});

const run = z.object({
  scanner: z.string(),
  status: z.enum(['complete', 'partial', 'failed', 'skipped']),
  examined: z.int().min(0),
  wanted: z.int().min(0).exactOptional(),
  reason: z.string().exactOptional(),
  millis: z.number().default(0),
});

const command = z.object({
  name: z.string(),
  exitCode: z.int().exactOptional(),
  reason: z.string().exactOptional(),
});

const verification = z.object({
  name: z.string(),
  outcome: z.enum(['verified', 'refuted', 'unknown']),
  message: z.string().exactOptional(),
});

const evidence = z.object({
  target: z.object({
    kind: z.enum(['directory', 'files', 'staged', 'commits', 'history', 'tree', 'stdin']),
    description: z.string(),
    listed: z.int().min(0).exactOptional(),
  }),
  revision: z
    .object({
      commit: z.string().exactOptional(),
      branch: z.string().exactOptional(),
      repository: z.string().exactOptional(),
    })
    .exactOptional(),
  now: time.exactOptional(),
  runs: z.array(run),
  unknowns: z.array(unknown),
  commands: z.array(command).exactOptional(),
  verifications: z.array(verification).exactOptional(),
  approvals: z.array(z.object({ by: z.string(), groups: z.array(z.string()), at: time })),
  findings: z.array(finding),
  components: z.array(component),
});

const reason = z.object({
  code: z.string(),
  effect: z.enum(['error', 'fail', 'note']),
  message: z.string(),
  finding: z.int().min(0).exactOptional().meta({ description: 'Index into evidence.findings' }),
  scanner: z.string().exactOptional(),
});

const verdict = z.object({
  gate: z.string(),
  outcome: z.enum(['pass', 'fail', 'error']),
  reasons: z.array(reason),
  counts: z.record(severity, z.int().min(0)),
  suppressed: z.int().min(0),
  policyDigest: z.string(),
});

const rule = z.object({
  id: z.string(),
  title: z.string(),
  severity,
  confidence,
  cwe: z.array(z.int()),
  tags: z.array(z.string()),
  why: z.string(),
  fix: z.string(),
  references: z.array(z.string()).exactOptional(),
});

/** The JSON report, version 1. Times and durations are absent in a reproducible report. */
export const reportSchema = z
  .object({
    schemaVersion: z.literal(schemaVersion),
    tool: z.object({ name: z.string(), version: z.string(), informationUri: z.string() }),
    startedAt: time.exactOptional(),
    endedAt: time.exactOptional(),
    verdict,
    evidence,
    rules: z.array(rule),
  })
  .meta({ title: 'Portcullis JSON report' });
