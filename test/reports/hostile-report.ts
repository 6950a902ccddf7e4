import * as fc from 'fast-check';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { severities } from '../../src/model/severity.ts';
import { buildFinding, buildReport, buildRule, findingReason } from './build-report.ts';

const attacks = [
  '\u001b[2J',
  '\u001b]8;;http://evil.example\u0007click\u001b]8;;\u0007',
  '\u009b31m',
  '\u0000',
  '\u202e',
  '\u2066',
  '\ud800',
  '\udc00',
  '\ufffe',
  '\n',
  '\r\n',
  '\t',
  '\u2028',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>',
  "' onmouseover='",
  ']]>',
  '<!--',
  '-->',
  '<?xml?>',
  '&amp;',
  '&#0;',
  '&bogus;',
  '|',
  '`',
  '````',
  '```\n',
  '<details>',
  '</details>',
  '[x](javascript:alert(1))',
  '](',
  '![](http://evil.example/x.png)',
  '@everyone',
  '#1',
  '=1+1',
  ',',
  '"',
  '\\',
  '{0}',
  '%2e%2e%2f',
  '../',
  '漢字',
  '😀',
  'e\u0301',
];

/** Text as an attacker would put it into a file name, a branch or a comment. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 5 })
  .map((parts) => parts.join(''));

const hostileFinding: fc.Arbitrary<Finding> = fc
  .tuple(
    hostileText,
    hostileText,
    hostileText,
    hostileText,
    fc.constantFrom(...severities),
    fc.integer({ min: 0, max: 5 }),
  )
  .map(([a, b, c, d, severity, kind]) =>
    buildFinding({
      ruleId: a,
      scanner: kind === 0 ? b : 'secrets',
      message: b,
      severity,
      locations: [
        { uri: c, startLine: 3, startColumn: 2, endLine: 3, endColumn: 9, ...(kind === 1 && { commit: d }) },
        { uri: d },
      ],
      fingerprints: [{ kind: `${a}/v1`, value: d }],
      excerpt: { startLine: 3, lines: [a + b, c], highlight: { line: 3, startColumn: 2, endColumn: 9 } },
      properties: { [a]: b, tags: c, author: d, proof: a },
      path: [
        { location: { uri: a, startLine: 1 }, message: b },
        { location: { uri: c, startLine: 2 }, message: d },
      ],
      fixes: [{ description: a, safe: true, edits: [{ location: { uri: b, startLine: 1, startColumn: 1 }, text: c }] }],
      ...(kind === 2 && { suppression: { kind: 'waiver', reason: a, owner: b, expires: c } as const }),
      ...(kind === 3 && { baselineState: 'absent' as const }),
    }),
  );

/** A report in which all that can come from elsewhere does. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .tuple(fc.array(hostileFinding, { maxLength: 4 }), hostileText, hostileText, hostileText)
  .map(([findings, a, b, c]) => {
    const [first] = findings;
    const report = buildReport({
      findings,
      rules: [
        buildRule({
          id: first?.ruleId ?? a,
          title: b,
          why: c,
          fix: a,
          tags: [b, `CICD-SEC-${c}`],
          references: [a, 'https://x.example'],
        }),
      ],
      outcome: 'error',
      reasons: [
        ...(first ? [findingReason(0)] : []),
        { code: 'incomplete', effect: 'error', message: a },
        { code: 'unknown', effect: 'note', message: b },
      ],
      evidence: {
        target: { kind: 'directory', description: a },
        runs: [
          { scanner: b, status: 'failed', examined: 0, reason: c, millis: 1 },
          { scanner: 'secrets', status: 'partial', examined: 1, reason: a, millis: 2 },
        ],
        unknowns: [{ scanner: 'secrets', reason: a, message: b, location: { uri: c, startLine: 1 } }],
        revision: { commit: a, branch: b, repository: c },
      },
    });
    return { ...report, verdict: { ...report.verdict, gate: c } };
  });
