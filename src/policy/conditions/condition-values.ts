import type { Approval, Evidence, ScannerRun } from '../../model/evidence.ts';
import type { JsonValue, Unknown } from '../../model/finding.ts';
import type { Component } from '../../model/component.ts';
import type { Gate } from '../policy.ts';
import type { Standing } from '../judge/standing.ts';

/*
 * What expressions see. Every field is always there (an absent text is empty, an absent number 0), so that an
 * expression can not fail on evidence that happens to lack one. CEL's int is BigInt.
 */

type Value = string | number | bigint | boolean | null | readonly Value[] | ReadonlyMap<string, Value>;

export class ConditionFinding {
  readonly rule: string;
  readonly scanner: string;
  /** As the policy sees it. */
  readonly severity: string;
  readonly confidence: string;
  readonly message: string;
  readonly path: string;
  readonly line: bigint;
  readonly new: boolean;
  readonly fixable: boolean;
  readonly properties: Value;

  constructor({ finding, severity }: Standing) {
    const [{ uri, startLine }] = finding.locations;
    this.rule = finding.ruleId;
    this.scanner = finding.scanner;
    this.severity = severity;
    this.confidence = finding.confidence;
    this.message = finding.message;
    this.path = uri;
    this.line = BigInt(startLine ?? 0);
    this.new = finding.baselineState !== 'unchanged';
    this.fixable = (finding.fixes?.length ?? 0) > 0;
    this.properties = toValue(finding.properties ?? {});
  }
}

export class ConditionComponent {
  readonly purl: string;
  readonly name: string;
  readonly version: string;
  readonly licenses: readonly string[];
  readonly scope: string;
  readonly direct: boolean;

  constructor(component: Component) {
    this.purl = component.purl;
    this.name = component.name;
    this.version = component.version ?? '';
    this.licenses = component.licenses;
    this.scope = component.scope;
    this.direct = component.direct ?? false;
  }
}

export class ConditionRun {
  readonly scanner: string;
  readonly status: string;
  readonly examined: bigint;

  constructor(run: ScannerRun) {
    this.scanner = run.scanner;
    this.status = run.status;
    this.examined = BigInt(Math.trunc(run.examined));
  }
}

export class ConditionUnknown {
  readonly scanner: string;
  readonly reason: string;
  readonly message: string;
  readonly path: string;

  constructor(unknown: Unknown) {
    this.scanner = unknown.scanner;
    this.reason = unknown.reason;
    this.message = unknown.message;
    this.path = unknown.location?.uri ?? '';
  }
}

export class ConditionApproval {
  readonly by: string;
  readonly groups: readonly string[];
  readonly at: Date;

  constructor(approval: Approval) {
    this.by = approval.by;
    this.groups = approval.groups;
    this.at = new Date(approval.at);
  }
}

export class ConditionTarget {
  readonly kind: string;
  readonly description: string;

  constructor(target: Evidence['target']) {
    this.kind = target.kind;
    this.description = target.description;
  }
}

export class ConditionRevision {
  readonly commit: string;
  readonly branch: string;
  readonly repository: string;

  constructor(revision: Evidence['revision']) {
    this.commit = revision?.commit ?? '';
    this.branch = revision?.branch ?? '';
    this.repository = revision?.repository ?? '';
  }
}

/** The variables of an expression. `findings` are those that stand against the gate or were known before. */
export function conditionContext(
  gate: Gate,
  evidence: Evidence,
  findings: readonly Standing[],
): Record<string, unknown> {
  const having = (...states: Standing['state'][]) =>
    findings.filter(({ state }) => states.includes(state)).map((standing) => new ConditionFinding(standing));
  return {
    gate: gate.name,
    findings: having('counts', 'known'),
    suppressed: having('suppressed'),
    components: evidence.components.map((component) => new ConditionComponent(component)),
    runs: evidence.runs.map((run) => new ConditionRun(run)),
    unknowns: evidence.unknowns.map((unknown) => new ConditionUnknown(unknown)),
    approvals: evidence.approvals.map((approval) => new ConditionApproval(approval)),
    target: new ConditionTarget(evidence.target),
    revision: new ConditionRevision(evidence.revision),
    now: new Date(evidence.now),
  };
}

/** Maps instead of objects: no key of foreign data reaches a prototype. */
function toValue(json: JsonValue): Value {
  if (typeof json === 'number') return Number.isSafeInteger(json) ? BigInt(json) : json;
  if (typeof json !== 'object' || json === null) return json;
  if (isArray(json)) return json.map(toValue);
  return new Map(Object.entries(json).map(([key, value]) => [key, toValue(value)]));
}

function isArray(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json);
}
