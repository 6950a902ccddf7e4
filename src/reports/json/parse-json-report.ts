import { z } from 'zod';
import type { Finding } from '../../model/finding.ts';
import { InputError } from '../../model/input-error.ts';
import type { Report } from '../../model/report.ts';
import { schemaVersion } from './document.ts';
import { reportSchema } from './report-schema.ts';

/**
 * Reads what `-o json=FILE` wrote, without loss (rules come without their examples, which the format leaves out).
 *
 * @param now Stands in for the times that a reproducible report leaves out, so that waivers are judged as of today.
 * @throws InputError `not-a-report`, `report-version`.
 */
export function parseJsonReport(text: string, now: Date): Report {
  const document = parseJson(text);
  const version = versionOf(document);
  if (version === undefined) throw notAReport('it has no schemaVersion');
  if (version !== schemaVersion) {
    throw new InputError(
      'report-version',
      `The report has schema version ${version}; this program reads version ${schemaVersion}.`,
      'Read it with the version of Portcullis that wrote it, or write it again.',
    );
  }
  const result = reportSchema.safeParse(document);
  if (!result.success) throw notAReport(firstIssue(result.error));
  const { evidence, tool, verdict, rules, startedAt, endedAt } = result.data;
  const today = now.toISOString();
  return {
    tool,
    evidence: {
      ...evidence,
      now: evidence.now ?? today,
      findings: evidence.findings.map(withoutId),
    },
    verdict,
    rules,
    startedAt: startedAt ?? today,
    endedAt: endedAt ?? today,
  };
}

/** JSON Schema (2020-12) of the report, as published in docs/report.schema.json. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { io: 'input' });
}

function withoutId(record: Finding & { readonly id: string }): Finding {
  const { id: _, ...finding } = record;
  return finding;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notAReport(error instanceof Error ? error.message : String(error));
  }
}

function versionOf(document: unknown): number | undefined {
  if (typeof document !== 'object' || document === null || !('schemaVersion' in document)) return undefined;
  return typeof document.schemaVersion === 'number' ? document.schemaVersion : undefined;
}

function notAReport(cause: string): InputError {
  return new InputError(
    'not-a-report',
    `The text is not a Portcullis JSON report: ${cause}.`,
    'Write one with `-o json=FILE`.',
  );
}

function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? error.message : `${issue.path.join('.')}: ${issue.message}`;
}
