import { z } from 'zod';
import { toBytes, type ByteText } from '../byte-text.ts';
import type { CompatFinding } from '../finding.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => toBytes(value ?? ''));
const integer = z
  .number()
  .nullish()
  .transform((value) => value ?? 0);

/** The fields of gitleaks' JSON report that tell findings apart. */
const reportSchema = z
  .array(
    z.object({
      RuleID: text,
      Description: text,
      StartLine: integer,
      EndLine: integer,
      StartColumn: integer,
      EndColumn: integer,
      Match: text,
      Secret: text,
      File: text,
      Commit: text,
      Entropy: integer,
      Author: text,
      Email: text,
      Date: text,
      Message: text,
    }),
  )
  .nullable();

/** Findings of an earlier report, which are not new. */
export class Baseline {
  readonly #known = new Set<string>();
  readonly #redacted: boolean;

  /** `report` is parsed JSON; throws `ZodError` when it is no report. `redacted` leaves the secrets out of the comparison. */
  constructor(report: unknown, redacted: boolean) {
    this.#redacted = redacted;
    for (const known of reportSchema.parse(report) ?? []) {
      this.#known.add(
        this.#key(
          [known.RuleID, known.Description, known.File, known.Commit, known.Author, known.Email],
          [known.Date, known.Message, known.Match, known.Secret],
          [known.StartLine, known.EndLine, known.StartColumn, known.EndColumn, Math.fround(known.Entropy)],
        ),
      );
    }
  }

  has(finding: CompatFinding): boolean {
    const { commit } = finding;
    return this.#known.has(
      this.#key(
        [
          finding.ruleId,
          finding.description,
          finding.file,
          commit?.hash ?? '',
          commit?.author ?? '',
          commit?.email ?? '',
        ],
        [finding.date, commit?.message ?? '', finding.match, finding.secret],
        [finding.startLine, finding.endLine, finding.startColumn, finding.endColumn, finding.entropy],
      ),
    );
  }

  #key(names: readonly ByteText[], texts: readonly ByteText[], numbers: readonly number[]): string {
    return JSON.stringify([names, this.#redacted ? texts.slice(0, 2) : texts, numbers]);
  }
}
