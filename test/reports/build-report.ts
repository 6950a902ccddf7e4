import type { Evidence } from '../../src/model/evidence.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report, ReportedRule, ReportOptions } from '../../src/model/report.ts';
import type { Severity } from '../../src/model/severity.ts';
import type { Outcome, Reason } from '../../src/model/verdict.ts';

export const plainOptions: ReportOptions = { width: 100, color: false, reproducible: false };

/** A finding with everything that is required, to be varied by `changes`. */
export function buildFinding(changes: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'secrets/stripe-secret-key',
    scanner: 'secrets',
    message: 'A live Stripe secret key (sk_l…) stands in the file.',
    severity: 'critical',
    confidence: 'proven',
    locations: [{ uri: 'config/production.yaml', startLine: 12, startColumn: 9, endLine: 12, endColumn: 41 }],
    fingerprints: [
      { kind: 'secret/v1', value: 'c2f4a1d09b77e35c' },
      { kind: 'context/v1', value: '77aa01' },
    ],
    excerpt: {
      startLine: 12,
      lines: [`  key: "sk_l${'*'.repeat(28)}"`],
      highlight: { line: 12, startColumn: 9, endColumn: 41 },
    },
    ...changes,
  };
}

export function buildRule(changes: Partial<ReportedRule> = {}): ReportedRule {
  return {
    id: 'secrets/stripe-secret-key',
    title: 'Stripe secret key in the source',
    severity: 'critical',
    confidence: 'high',
    cwe: [798, 312],
    tags: ['CICD-SEC-6', 'A07:2021', 'SLSA-source'],
    why: 'Whoever reads the repository can charge and refund in your name. A key in the history stays valid after the file is gone.',
    fix: 'Roll the key in the Stripe dashboard, then read it from the environment or a secret store.',
    references: ['https://docs.stripe.com/keys'],
    ...changes,
  };
}

export interface ReportChanges {
  readonly findings?: readonly Finding[];
  readonly rules?: readonly ReportedRule[];
  readonly evidence?: Partial<Evidence>;
  readonly outcome?: Outcome;
  readonly reasons?: readonly Reason[];
}

/** A report whose verdict counts agree with its findings. */
export function buildReport(changes: ReportChanges = {}): Report {
  const findings = changes.findings ?? [buildFinding()];
  const counting = findings.filter(
    (finding) => finding.suppression === undefined && finding.baselineState !== 'absent',
  );
  const counts: Record<Severity, number> = { info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const finding of counting) counts[finding.severity]++;
  const outcome = changes.outcome ?? (counting.length > 0 ? 'fail' : 'pass');
  return {
    tool: { name: 'Portcullis', version: '0.1.0', informationUri: 'https://example.org/portcullis' },
    evidence: {
      target: { kind: 'directory', description: 'examples/shop' },
      findings,
      components: [],
      runs: [{ scanner: 'secrets', status: 'complete', examined: 1204, millis: 412 }],
      unknowns: [],
      approvals: [],
      revision: {
        commit: '3f2c1ab94d5e6f708192a3b4c5d6e7f801234567',
        branch: 'main',
        repository: 'https://git.example.org/shop.git',
      },
      now: '2026-05-04T10:20:31.000Z',
      ...changes.evidence,
    },
    verdict: {
      gate: 'build',
      outcome,
      reasons:
        changes.reasons ??
        (outcome === 'fail'
          ? findings.flatMap((finding, index) => (counting.includes(finding) ? [findingReason(index)] : []))
          : []),
      counts,
      suppressed: findings.filter((finding) => finding.suppression !== undefined).length,
      policyDigest: 'a3c1'.repeat(16),
    },
    rules: changes.rules ?? [buildRule()],
    startedAt: '2026-05-04T10:20:30.000Z',
    endedAt: '2026-05-04T10:20:30.812Z',
  };
}

/** As the judge words it: one reason a finding. */
export function findingReason(finding: number): Reason {
  return { code: 'finding', effect: 'fail', message: `finding ${finding} is bad enough`, finding };
}

/** One of everything: several scanners, history, a traced path, a fix, suppressions, an unfinished run, unknowns. */
export function buildRichReport(): Report {
  const history = buildFinding({
    ruleId: 'secrets/aws-access-key',
    message: 'An AWS access key id and its secret (AKIA…) were committed.',
    severity: 'high',
    locations: [
      {
        uri: 'deploy/old.env',
        startLine: 3,
        startColumn: 19,
        endLine: 3,
        endColumn: 39,
        commit: '90be1a2b3c4d5e6f708192a3b4c5d6e7f8012345',
        blob: '0123456789abcdef0123456789abcdef01234567',
      },
    ],
    fingerprints: [{ kind: 'secret/v1', value: 'aa11' }],
    excerpt: {
      startLine: 3,
      lines: [`AWS_ACCESS_KEY_ID=AKIA${'*'.repeat(16)}`],
      highlight: { line: 3, startColumn: 19, endColumn: 39 },
    },
    properties: {
      history: {
        introduced: {
          commit: '90be1a2b3c4d5e6f708192a3b4c5d6e7f8012345',
          author: 'Ada Example',
          date: '2024-03-01T09:00:00+01:00',
        },
        atHead: true,
      },
      proof: 'checksum holds',
    },
  });
  const traced = buildFinding({
    ruleId: 'sast/sql-injection',
    scanner: 'sast',
    message: 'The query parameter `id` reaches the SQL text without escaping.',
    severity: 'high',
    confidence: 'high',
    locations: [
      { uri: 'src/orders.ts', startLine: 41, startColumn: 3, endLine: 42, endColumn: 10 },
      { uri: 'src/invoices.ts', startLine: 8 },
    ],
    fingerprints: [{ kind: 'context/v1', value: 'bb22' }],
    excerpt: {
      startLine: 40,
      lines: [
        '\tconst id = request.query.id; // 註文番号 🧾',
        '\treturn db.query(`select * from orders where id = ${id}`);',
        '\t}',
      ],
      highlight: { line: 41, startColumn: 9, endColumn: 58 },
    },
    path: [
      { location: { uri: 'src/orders.ts', startLine: 40, startColumn: 13 }, message: 'comes from the request' },
      { location: { uri: 'src/orders.ts', startLine: 41, startColumn: 9 }, message: 'becomes part of the SQL text' },
    ],
    fixes: [
      {
        description: 'Bind the parameter',
        safe: true,
        edits: [
          {
            location: { uri: 'src/orders.ts', startLine: 41, startColumn: 18, endLine: 41, endColumn: 57 },
            text: "'select * from orders where id = $1', [id]",
          },
        ],
      },
    ],
    baselineState: 'new',
  });
  const waived = buildFinding({
    ruleId: 'sast/weak-hash',
    scanner: 'sast',
    message: 'MD5 is used for a checksum.',
    severity: 'medium',
    confidence: 'medium',
    locations: [{ uri: 'src/etag.ts', startLine: 7, startColumn: 1, endLine: 7, endColumn: 20 }],
    fingerprints: [{ kind: 'context/v1', value: 'cc33' }],
    suppression: { kind: 'waiver', reason: 'Not used for security', owner: 'team-web', expires: '2027-01-31' },
    baselineState: 'unchanged',
  });
  const gone = buildFinding({
    ruleId: 'sast/weak-hash',
    scanner: 'sast',
    message: 'MD5 is used for a password.',
    severity: 'low',
    confidence: 'low',
    locations: [{ uri: 'src/login.ts' }],
    fingerprints: [{ kind: 'context/v1', value: 'dd44' }],
    baselineState: 'absent',
  });
  return buildReport({
    findings: [traced, waived, buildFinding(), gone, history],
    rules: [
      buildRule(),
      buildRule({ id: 'secrets/aws-access-key', title: 'AWS access key', severity: 'high', cwe: [798] }),
      buildRule({
        id: 'sast/sql-injection',
        title: 'SQL built from user input',
        severity: 'high',
        cwe: [89],
        tags: ['A03:2021'],
      }),
    ],
    evidence: {
      runs: [
        { scanner: 'secrets', status: 'complete', examined: 1204, millis: 412 },
        { scanner: 'sast', status: 'partial', examined: 310, reason: '2 files could not be parsed', millis: 1890 },
        { scanner: 'image', status: 'skipped', examined: 0, reason: 'does not accept a directory', millis: 0 },
      ],
      unknowns: [
        {
          scanner: 'sast',
          reason: 'syntax',
          message: 'line 3 is not TypeScript',
          location: { uri: 'src/broken.ts', startLine: 3 },
        },
        { scanner: 'secrets', reason: 'too-large', message: 'larger than 10 MB', location: { uri: 'dump.sql' } },
      ],
      components: [
        {
          scanner: 'sca',
          purl: 'pkg:npm/left-pad@1.3.0',
          name: 'left-pad',
          version: '1.3.0',
          licenses: ['WTFPL'],
          scope: 'runtime',
          direct: true,
          locations: [{ uri: 'package-lock.json' }],
          dependsOn: [],
        },
      ],
      approvals: [{ by: 'grace', groups: ['release'], at: '2026-05-04T09:00:00.000Z' }],
    },
    outcome: 'error',
    reasons: [
      {
        code: 'incomplete',
        effect: 'error',
        message: 'sast did not look at all that it should: 2 files could not be parsed',
        scanner: 'sast',
      },
      ...[2, 4, 0].map(findingReason),
      { code: 'unknown', effect: 'note', message: '2 things could not be decided' },
    ],
  });
}
