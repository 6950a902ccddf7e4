import type { TextRange } from '../lib/text/source-text.ts';
import type { Mapping } from './value.ts';

/** A thing that a configuration makes, whatever the language it is written in. */
export interface Resource {
  readonly framework: 'terraform' | 'cloudformation';
  /** `aws_iam_role`, `AWS::IAM::Role`. */
  readonly type: string;
  /** `module.a.aws_iam_role.ci["x"]`, `AWS::IAM::Role.CiRole`: what reports call it. */
  readonly address: string;
  /** Blocks inside of it are lists of maps by the name of the block. */
  readonly attributes: Mapping;
  /** Its header. */
  readonly at: TextRange;
  /** The calls of modules that lead to it, the outermost first. */
  readonly calls: readonly TextRange[];
}
