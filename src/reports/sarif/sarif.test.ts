import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFinding, buildReport, buildRichReport, buildRule } from '../../../test/reports/build-report.ts';
import { hostileReport } from '../../../test/reports/hostile-report.ts';
import { officialErrors, schemaErrors } from '../../../test/reports/validate.ts';
import { writeReport } from '../../../test/reports/write-report.ts';
import type { Report } from '../../model/report.ts';
import { selectFindings } from './limits.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly baselineState?: string;
  readonly locations: readonly {
    readonly physicalLocation: { readonly region?: object; readonly contextRegion?: object };
  }[];
  readonly taxa?: readonly {
    readonly id: string;
    readonly index: number;
    readonly toolComponent: { readonly index: number };
  }[];
}

interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly { readonly id: string; readonly properties: Readonly<Record<string, unknown>> }[];
    };
  };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly exitCode: number;
    readonly toolExecutionNotifications: readonly {
      readonly level: string;
      readonly message: { readonly text: string };
    }[];
  }[];
  readonly taxonomies: readonly { readonly name: string; readonly taxa: readonly { readonly id: string }[] }[];
  readonly versionControlProvenance?: readonly { readonly repositoryUri: string }[];
  readonly results: readonly Result[];
}

async function runOf(report: Report): Promise<Run> {
  const log = JSON.parse(await writeReport('sarif', report)) as { runs: [Run] };
  return log.runs[0];
}

async function resultOf(report: Report): Promise<Result> {
  const [result] = (await runOf(report)).results;
  if (!result) throw new Error('no result');
  return result;
}

test('follows the schema', async () => {
  const log = JSON.parse(await writeReport('sarif', buildRichReport())) as unknown;
  expect(schemaErrors('sarif.json', log)).toEqual([]);
  expect(officialErrors('sarif-2.1.0.json', log)).toEqual([]);
});

test('follows the schema whatever the texts are', async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      const log = JSON.parse(await writeReport('sarif', report)) as unknown;
      expect(schemaErrors('sarif.json', log)).toEqual([]);
      expect(officialErrors('sarif-2.1.0.json', log)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

describe('a result', () => {
  test('points into the tree, with the masked lines around it', async () => {
    expect((await resultOf(buildReport())).locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'config/production.yaml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 12, startColumn: 9, endLine: 12, endColumn: 41 },
      contextRegion: { startLine: 12, endLine: 12, snippet: { text: `  key: "sk_l${'*'.repeat(28)}"` } },
    });
  });

  test('of a whole file has no region', async () => {
    const finding = buildFinding({ locations: [{ uri: 'a b/ü%.jar!x' }] });
    expect((await resultOf(buildReport({ findings: [finding] }))).locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'a%20b/%C3%BC%25.jar!x', uriBaseId: '%SRCROOT%' },
    });
  });

  test('has no context that does not hold it', async () => {
    const finding = buildFinding({
      locations: [{ uri: 'key.pem', startLine: 1, endLine: 30 }],
      excerpt: { startLine: 1, lines: ['a', 'b'] },
    });
    const result = await resultOf(buildReport({ findings: [finding] }));
    expect(result.locations[0]?.physicalLocation.contextRegion).toBeUndefined();
  });

  test('carries our fingerprints by their versioned kinds and leaves the line hash to the uploader', async () => {
    expect(await resultOf(buildReport())).toMatchObject({
      partialFingerprints: { 'secret/v1': 'c2f4a1d09b77e35c', 'context/v1': '77aa01' },
    });
    expect(await resultOf(buildReport())).not.toHaveProperty('partialFingerprints.primaryLocationLineHash');
  });

  test('refers to its rule and weaknesses by position', async () => {
    const { results, tool, taxonomies } = await runOf(buildRichReport());
    for (const { ruleId, ruleIndex, taxa = [] } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      for (const { id, index, toolComponent } of taxa) {
        expect(taxonomies[toolComponent.index]?.taxa[index]?.id).toBe(id);
      }
    }
    expect(results[0]?.taxa?.map(({ id }) => id)).toEqual(['CWE-798', 'CWE-312', 'CICD-SEC-6']);
  });

  test('shows its path, its other places and its fix', async () => {
    const { results } = await runOf(buildRichReport());
    expect(results.find(({ ruleId }) => ruleId === 'sast/sql-injection')).toMatchObject({
      baselineState: 'new',
      codeFlows: [
        {
          threadFlows: [
            {
              locations: [
                { location: { message: { text: 'comes from the request' } } },
                { location: { message: { text: 'becomes part of the SQL text' } } },
              ],
            },
          ],
        },
      ],
      relatedLocations: [{ id: 1, physicalLocation: { artifactLocation: { uri: 'src/invoices.ts' } } }],
      fixes: [
        {
          description: { text: 'Bind the parameter' },
          artifactChanges: [
            {
              artifactLocation: { uri: 'src/orders.ts' },
              replacements: [
                {
                  deletedRegion: { startLine: 41, startColumn: 18, endLine: 41, endColumn: 57 },
                  insertedContent: { text: "'select * from orders where id = $1', [id]" },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test.each([
    ['in-source', 'inSource'],
    ['waiver', 'external'],
    ['baseline', 'external'],
  ] as const)('suppressed by %s is %s', async (kind, sarifKind) => {
    const finding = buildFinding({ suppression: { kind, reason: 'why', owner: 'me', expires: '2027-01-01' } });
    expect(await resultOf(buildReport({ findings: [finding] }))).toMatchObject({
      suppressions: [
        {
          kind: sarifKind,
          status: 'accepted',
          justification: 'why',
          properties: { kind, owner: 'me', expires: '2027-01-01' },
        },
      ],
    });
  });

  test('does not become a link by its text', async () => {
    const finding = buildFinding({ message: 'see [this](http://evil.example)' });
    expect((await resultOf(buildReport({ findings: [finding] }))).message.text).toBe(
      'see [this] (http://evil.example)',
    );
  });
});

test('what is gone since the baseline is no result', async () => {
  const { results } = await runOf(buildRichReport());
  expect(results).toHaveLength(4);
  expect(results.map(({ baselineState }) => baselineState)).not.toContain('absent');
});

describe('rules', () => {
  test('have help, tags and a number for their severity', async () => {
    const { tool } = await runOf(buildReport());
    expect(tool.driver.rules).toMatchObject([
      {
        id: 'secrets/stripe-secret-key',
        name: 'StripeSecretKey',
        help: { text: expect.stringContaining('Roll the key') as string },
        helpUri: 'https://docs.stripe.com/keys',
        defaultConfiguration: { level: 'error' },
        properties: {
          'security-severity': '9.5',
          precision: 'high',
          tags: ['security', 'external/cwe/cwe-798', 'external/cwe/cwe-312', 'CICD-SEC-6', 'A07:2021', 'SLSA-source'],
        },
      },
    ]);
  });

  test('say the severity that was found where a policy changed it', async () => {
    const report = buildReport({ findings: [buildFinding({ severity: 'low' })] });
    const { tool, results } = await runOf(report);
    expect(tool.driver.rules[0]?.properties['security-severity']).toBe('3.0');
    expect(results[0]?.level).toBe('note');
  });

  test('that nobody described are listed by id', async () => {
    const report = buildReport({ findings: [buildFinding({ ruleId: 'other/x' })], rules: [buildRule()] });
    const { tool, results } = await runOf(report);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['secrets/stripe-secret-key', 'other/x']);
    expect(results[0]?.ruleIndex).toBe(1);
  });

  test('carry at most twenty tags', async () => {
    const tags = Array.from({ length: 40 }, (_, index) => `tag-${index}`);
    const { tool } = await runOf(buildReport({ rules: [buildRule({ tags })] }));
    expect(tool.driver.rules[0]?.properties['tags']).toHaveLength(20);
  });
});

describe('the invocation', () => {
  test('of a run that is not complete is not successful and says why', async () => {
    const { invocations } = await runOf(buildRichReport());
    expect(invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    expect(invocations[0]?.toolExecutionNotifications.map(({ level, message }) => [level, message.text])).toEqual([
      ['note', 'image: skipped, does not accept a directory'],
      ['error', 'sast: partial, 2 files could not be parsed'],
      ['warning', 'sast: line 3 is not TypeScript (syntax)'],
      ['warning', 'secrets: larger than 10 MB (too-large)'],
    ]);
  });

  test('of a complete run that found something is successful', async () => {
    const { invocations } = await runOf(buildReport());
    expect(invocations).toMatchObject([
      {
        executionSuccessful: true,
        exitCode: 1,
        startTimeUtc: '2026-05-04T10:20:30.000Z',
        toolExecutionNotifications: [],
      },
    ]);
  });
});

describe('version control', () => {
  test.each([
    ['https://git.example.org/shop.git', 'https://git.example.org/shop.git'],
    ['git@git.example.org:team/shop.git', 'ssh://git@git.example.org/team/shop.git'],
    ['ssh://git@git.example.org:2222/shop', 'ssh://git@git.example.org:2222/shop'],
  ])('knows the remote %s', async (repository, repositoryUri) => {
    const report = buildReport({ evidence: { revision: { repository, commit: 'abc', branch: 'main' } } });
    expect((await runOf(report)).versionControlProvenance).toEqual([
      { repositoryUri, revisionId: 'abc', branch: 'main', mappedTo: { uriBaseId: '%SRCROOT%' } },
    ]);
  });

  test.each(['/srv/git/shop.git', '../shop', ''])('a remote that is no URI (%j) is left out', async (repository) => {
    const report = buildReport({ evidence: { revision: { repository } } });
    expect((await runOf(report)).versionControlProvenance).toBeUndefined();
  });
});

describe('limits', () => {
  test('above the limit the suppressed go first, then the least severe', () => {
    const [high, low, accepted] = [
      buildFinding({ severity: 'high' }),
      buildFinding({ severity: 'low' }),
      buildFinding({ severity: 'critical', suppression: { kind: 'waiver' } }),
    ];
    expect(selectFindings([accepted, high, low], 2)).toEqual({ findings: [high, low], positions: [1, 2], leftOut: 1 });
    expect(selectFindings([accepted, high, low], 1)).toEqual({ findings: [high], positions: [1], leftOut: 2 });
    expect(selectFindings([accepted, high, low], 3).findings).toEqual([accepted, high, low]);
  });

  test('25,000 results fit; what is left out is said', async () => {
    const findings = Array.from({ length: 25_010 }, (_, line) =>
      buildFinding({ severity: line < 10 ? 'low' : 'high', locations: [{ uri: 'a', startLine: line + 1 }] }),
    );
    const { results, invocations } = await runOf(buildReport({ findings }));
    expect(results).toHaveLength(25_000);
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(['error']));
    expect(invocations[0]?.toolExecutionNotifications[0]?.message.text).toContain('10 results left out');
  });

  test('a result has at most 1,000 places', async () => {
    const more = Array.from({ length: 1500 }, (_, line) => ({ uri: 'a', startLine: line + 1 }));
    const report = buildReport({ findings: [buildFinding({ locations: [{ uri: 'a' }, ...more] })] });
    expect(((await resultOf(report)) as Result & { relatedLocations: object[] }).relatedLocations).toHaveLength(999);
  });
});
