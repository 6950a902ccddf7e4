import { createHash } from 'node:crypto';
import { z } from 'zod';
import { InputError } from '../../../model/input-error.ts';
import type { KnownLeak } from './known-leak.ts';

/** Fields of gitleaks' JSON report; an empty report is `null` or `[]`. */
const gitleaksReport = z
  .array(
    z.object({
      RuleID: z.string(),
      File: z.string().min(1),
      StartLine: z.number().int().nonnegative(),
      Commit: z.string().default(''),
      Secret: z.string().default(''),
      Match: z.string().default(''),
    }),
  )
  .nullable();

/** Fields of a `.secrets.baseline` of detect-secrets 0.12 and later. */
const detectSecretsBaseline = z.object({
  results: z.record(
    z.string().min(1),
    z.array(
      z.object({
        type: z.string(),
        hashed_secret: z.string().regex(/^[0-9a-f]{40}$/),
        line_number: z.number().int().nonnegative().optional(),
        is_secret: z.boolean().nullish(),
      }),
    ),
  ),
});

/**
 * Reads a `.gitleaksignore`, a JSON report of gitleaks or a `.secrets.baseline` of detect-secrets; which one, the
 * content says. `name` is for messages. Throws `InputError` when it is none of them.
 */
export function readKnownLeaks(text: string, name: string): readonly KnownLeak[] {
  const content = text.replace(/^\uFEFF/, '');
  if (!/^\s*(?:[[{]|null\s*$)/.test(content)) return readIgnoreLines(content, name);
  const document = parseJson(content, name);
  return Array.isArray(document) || document === null ? readReport(document, name) : readBaseline(document, name);
}

function readReport(document: unknown, name: string): readonly KnownLeak[] {
  const leaks = check(gitleaksReport, document, name, 'a JSON report of gitleaks') ?? [];
  return leaks.map(({ RuleID, File, StartLine, Commit, Secret, Match }) => ({
    file: normalize(File),
    ...(StartLine > 0 && { line: StartLine }),
    ...(Commit !== '' && { commit: Commit.toLowerCase() }),
    rule: RuleID,
    // What was redacted does not stand in the match; a part of a secret would be taken for another one.
    ...(Secret !== '' && Match.includes(Secret) && !isRedacted(Secret) && { sha1: sha1(Secret) }),
    falsePositive: false,
  }));
}

function readBaseline(document: unknown, name: string): readonly KnownLeak[] {
  const { results } = check(detectSecretsBaseline, document, name, 'a baseline of detect-secrets');
  return Object.entries(results).flatMap(([file, leaks]) =>
    leaks.map(({ type, hashed_secret, line_number = 0, is_secret }) => ({
      file: normalize(file),
      ...(line_number > 0 && { line: line_number }),
      rule: type,
      sha1: hashed_secret,
      falsePositive: is_secret === false,
    })),
  );
}

/** Lines `file:rule:line` and `commit:file:rule:line`; `#` starts a comment. */
function readIgnoreLines(text: string, name: string): readonly KnownLeak[] {
  return text.split('\n').flatMap((written, index) => {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) return [];
    const match = /^(?:([0-9a-f]{40}|[0-9a-f]{64}):)?([^:]+):([^:]+):(\d{1,15})$/i.exec(line);
    const [, commit, file = '', rule = '', number = '0'] = match ?? [];
    if (match === null) {
      throw new InputError(
        'import',
        `${name}:${index + 1}: this is no fingerprint of gitleaks`,
        'lines are file:rule:line or commit:file:rule:line; the other formats are the JSON report of gitleaks and .secrets.baseline',
      );
    }
    return {
      file: normalize(file),
      ...(Number(number) > 0 && { line: Number(number) }),
      ...(commit !== undefined && { commit: commit.toLowerCase() }),
      rule,
      falsePositive: false,
    };
  });
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError('import', `${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function check<T>(schema: z.ZodType<T>, document: unknown, name: string, what: string): T {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError('import', `${name} is not ${what}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function normalize(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}

function isRedacted(secret: string): boolean {
  return secret === 'REDACTED' || secret.endsWith('...');
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
