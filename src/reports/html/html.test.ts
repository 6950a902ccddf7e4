import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFinding, buildReport, buildRichReport } from '../../../test/reports/build-report.ts';
import { hostileReport } from '../../../test/reports/hostile-report.ts';
import { listTags, type Tag } from '../../../test/reports/tags.ts';
import { writeReport } from '../../../test/reports/write-report.ts';

async function tagsOf(report = buildRichReport()): Promise<Tag[]> {
  return listTags(await writeReport('html', report));
}

function ids(tags: readonly Tag[]): string[] {
  return tags.flatMap(({ attributes }) => (attributes['id'] === undefined ? [] : [attributes['id']]));
}

describe('the page', () => {
  test('says the verdict first', async () => {
    const page = await writeReport('html', buildRichReport());
    expect(page.slice(0, page.indexOf('<nav'))).toContain('The gate stays shut: undecided');
    expect(page).toContain('<title>ERROR: gate build · Portcullis</title>');
  });

  test('forbids everything but its own style sheet', async () => {
    const page = await writeReport('html', buildReport());
    const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
    expect(page).toContain(`content="${policy.replaceAll("'", '&#39;')}"`);
  });

  test('loads and runs nothing', async () => {
    const tags = await tagsOf();
    expect(tags.map(({ name }) => name)).not.toContain('script');
    for (const { attributes } of tags) {
      expect(
        Object.keys(attributes).filter((name) => name.startsWith('on') || name === 'src' || name === 'style'),
      ).toEqual([]);
      expect(attributes['href'] ?? '#').toMatch(/^(?:#|https?:\/\/)/);
    }
  });

  test('has every anchor that it links to, once', async () => {
    const tags = await tagsOf();
    const anchors = ids(tags);
    expect(new Set(anchors).size).toBe(anchors.length);
    const links = tags.flatMap(({ attributes }) =>
      attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : [],
    );
    expect(anchors).toEqual(expect.arrayContaining(links));
    expect(anchors).toEqual(
      expect.arrayContaining(['critical', 'high', 'undecided', 'accepted', 'fixed', 'scanners', 'rules', 'next']),
    );
  });

  test('of a clean run says that nothing was found', async () => {
    const page = await writeReport('html', buildReport({ findings: [] }));
    expect(page).toContain('The gate is open');
    expect(page).toContain('Nothing was found.');
    expect(ids(listTags(page))).toEqual(['scanners']);
  });
});

describe('a finding', () => {
  test('that shuts the gate is unfolded, another is not', async () => {
    const open = (tags: Tag[]) =>
      tags.filter(({ attributes }) => attributes['class']?.startsWith('finding') && 'open' in attributes);
    expect(open(await tagsOf(buildReport()))).toHaveLength(1);
    expect(open(await tagsOf(buildReport({ outcome: 'pass' })))).toHaveLength(0);
  });

  test('shows its masked line with the place marked', async () => {
    expect(await writeReport('html', buildReport())).toContain(
      `<span class="no">12 </span>  key: &quot;<mark>sk_l${'*'.repeat(28)}</mark>&quot;`,
    );
  });

  test('of many only the first are unfolded, but all are there', async () => {
    const findings = Array.from({ length: 80 }, (_, line) =>
      buildFinding({
        locations: [{ uri: 'a', startLine: line + 1 }],
        fingerprints: [{ kind: 'x/v1', value: String(line) }],
      }),
    );
    const cards = (await tagsOf(buildReport({ findings }))).filter(
      ({ attributes }) => attributes['class'] === 'finding critical',
    );
    expect(cards).toHaveLength(80);
    expect(cards.filter(({ attributes }) => 'open' in attributes)).toHaveLength(50);
  });
});

test('is well-formed, runs nothing and links nowhere strange whatever the texts are', async () => {
  await fc.assert(
    fc.asyncProperty(hostileReport, async (report) => {
      for (const { name, attributes } of await tagsOf(report)) {
        expect(['script', 'img', 'iframe', 'object', 'form', 'base']).not.toContain(name);
        expect(Object.keys(attributes).filter((key) => key.startsWith('on') || key === 'src')).toEqual([]);
        expect(attributes['href'] ?? '#').toMatch(/^(?:#|https?:\/\/)/);
      }
    }),
    { numRuns: 60 },
  );
});
