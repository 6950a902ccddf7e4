import type { ByteRange } from '../../../model/location.ts';
import type { Emission, Scan } from '../../../model/scanner.ts';
import type { SourceFile } from '../../../model/source-file.ts';
import type { SecretCandidate } from '../candidate.ts';
import type { SecretScan } from '../secret-scan.ts';
import { applyValidity } from './apply-validity.ts';
import type { Validator } from './validator.ts';

/** Asks about what a scan finds before it is reported. */
export class ValidatingScan implements Scan {
  private readonly scan: SecretScan;
  private readonly validator: Validator;

  constructor(scan: SecretScan, validator: Validator) {
    this.scan = scan;
    this.validator = validator;
  }

  async *file(file: SourceFile): AsyncGenerator<Emission> {
    const reported = this.scan.reported(file);
    const findings = reported.map(async (candidate): Promise<Emission> => {
      const finding = this.scan.findingFor(candidate, file);
      // What its author has declared to be no secret is nobody's business outside.
      if (finding.suppression) return { kind: 'finding', finding };
      const said = await this.validator.validate(candidate.rule.id, candidate.value, (ruleId) =>
        nearest(candidate, reported, ruleId),
      );
      return { kind: 'finding', finding: applyValidity(finding, candidate.rule, said) };
    });
    yield* await Promise.all(findings);
    yield* this.scan.gaps(file);
  }

  sensitive(file: SourceFile): readonly ByteRange[] {
    return this.scan.sensitive(file);
  }
}

/** The parts of a credential stand together: of several keys in a file each has its own. */
function nearest({ range }: SecretCandidate, reported: readonly SecretCandidate[], ruleId: string): string | undefined {
  const distance = (other: SecretCandidate): number => Math.abs(other.range.start - range.start);
  const others = reported.filter(({ rule }) => rule.id === ruleId);
  return others.toSorted((a, b) => distance(a) - distance(b))[0]?.value;
}
