import type { TextRange } from '../../../lib/text/source-text.ts';
import type { YamlMap, YamlScalar } from '../../../lib/yaml/node.ts';
import type { ScriptText } from './script-text.ts';
import type { Variable } from './variable.ts';

/** Who reads a script. `unknown`: chosen by something that is not in the repository. */
export type Shell = 'sh' | 'bash' | 'pwsh' | 'cmd' | 'python' | 'other' | 'unknown';

interface StepBase {
  readonly at: TextRange;
  /** The step's own mapping, where the dialect has one. */
  readonly body?: YamlMap;
  /** `env` of the step. */
  readonly variables: readonly Variable[];
}

export interface RunStep extends StepBase {
  readonly kind: 'run';
  /** `after`: a shell of its own whose failure does not count (GitLab's `after_script`). */
  readonly phase: 'main' | 'after';
  readonly script: ScriptText;
  readonly shell: Shell;
  /** Whether a failing command ends the script, and whether one inside a pipe does. */
  readonly errexit: boolean;
  readonly pipefail: boolean | 'unknown';
}

/** Somebody else's code: an action, a reusable workflow, an orb, a pipe, a task. */
export interface UseStep extends StepBase {
  readonly kind: 'use';
  readonly uses: YamlScalar;
  readonly inputs?: YamlMap;
}

export type Step = RunStep | UseStep;
