import { Environment } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import { compilePathGlob, compileWordGlob } from '../../lib/glob/glob.ts';
import { atLeast, severities, type Severity } from '../../model/severity.ts';
import {
  ConditionApproval,
  ConditionComponent,
  ConditionFinding,
  ConditionRevision,
  ConditionRun,
  ConditionTarget,
  ConditionUnknown,
} from './condition-values.ts';

/** CEL's `matches` runs on a backtracking engine in the library; expressions are made to call this name instead. */
export const linearMatches = 'matchesLinear';

let environment: Environment | undefined;

/** The types, variables and functions of conditions (CEL specification, https://github.com/google/cel-spec). */
export function conditionEnvironment(): Environment {
  return (environment ??= build());
}

function build(): Environment {
  const text = 'string';
  const strings = 'list<string>';
  return new Environment({ limits: { maxAstNodes: 1000, maxDepth: 50, maxListElements: 100, maxMapEntries: 100 } })
    .registerType('Finding', {
      ctor: ConditionFinding,
      fields: {
        rule: text,
        scanner: text,
        severity: text,
        confidence: text,
        message: text,
        path: text,
        line: 'int',
        new: 'bool',
        fixable: 'bool',
        properties: 'map<string, dyn>',
      },
    })
    .registerType('Component', {
      ctor: ConditionComponent,
      fields: { purl: text, name: text, version: text, licenses: strings, scope: text, direct: 'bool' },
    })
    .registerType('Run', { ctor: ConditionRun, fields: { scanner: text, status: text, examined: 'int' } })
    .registerType('Unknown', {
      ctor: ConditionUnknown,
      fields: { scanner: text, reason: text, message: text, path: text },
    })
    .registerType('Approval', {
      ctor: ConditionApproval,
      fields: { by: text, groups: strings, at: 'google.protobuf.Timestamp' },
    })
    .registerType('Target', { ctor: ConditionTarget, fields: { kind: text, description: text } })
    .registerType('Revision', { ctor: ConditionRevision, fields: { commit: text, branch: text, repository: text } })
    .registerVariable('gate', text)
    .registerVariable('findings', 'list<Finding>')
    .registerVariable('suppressed', 'list<Finding>')
    .registerVariable('components', 'list<Component>')
    .registerVariable('runs', 'list<Run>')
    .registerVariable('unknowns', 'list<Unknown>')
    .registerVariable('approvals', 'list<Approval>')
    .registerVariable('target', 'Target')
    .registerVariable('revision', 'Revision')
    .registerVariable('now', 'google.protobuf.Timestamp')
    .registerFunction('string.atLeast(string): bool', (word: string, threshold: string) =>
      atLeast(severity(word), severity(threshold)),
    )
    .registerFunction('string.glob(string): bool', (path: string, pattern: string) =>
      compilePathGlob(pattern).matches(path),
    )
    .registerFunction('string.like(string): bool', (word: string, pattern: string) =>
      compileWordGlob(pattern).matches(word),
    )
    .registerFunction(`string.${linearMatches}(string): bool`, (subject: string, pattern: string) =>
      RE2JS.compile(pattern).matcher(subject).find(),
    );
}

function severity(word: string): Severity {
  const known = severities.find((severity) => severity === word);
  if (known === undefined) throw new Error(`"${word}" is no severity`);
  return known;
}
