import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createAudit } from '../../src/scanners/pipeline/audit/create-audit.ts';
import { runRules } from '../../src/scanners/pipeline/audit/run-rules.ts';
import { CollectedFiles } from '../../src/scanners/pipeline/collected-files.ts';
import { readPipelines } from '../../src/scanners/pipeline/read-pipelines.ts';
import { pipelineRules } from '../../src/scanners/pipeline/rules/all.ts';
import { pipelineScanner } from '../../src/scanners/pipeline/scanner.ts';

const [, , root = '.'] = process.argv;
const lines: string[] = [];

/** CPU and wall time of one part. */
function measured<T>(name: string, work: () => T): T {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const result = work();
  const used = process.cpuUsage(cpu);
  const millis = ((used.user + used.system) / 1000).toFixed(0).padStart(7);
  lines.push(`${name.padEnd(24)} ${millis} ms CPU ${(performance.now() - wall).toFixed(0).padStart(7)} ms wall`);
  return result;
}

const files = measured('files', () => {
  const collected = new CollectedFiles();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const uri = relative(root, path);
    if (!entry.isFile() || !pipelineScanner.wants({ uri, name: entry.name, size: 0, depth: 0 })) continue;
    collected.add(uri, readFileSync(path, 'utf8'));
  }
  return collected;
});
const pipelines = measured('definitions', () => readPipelines(files));
const scripts = pipelines.flatMap(({ jobs }) =>
  jobs.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'run' ? [step.script] : []))),
);
const commands = measured('scripts', () => scripts.reduce((sum, { program }) => sum + program.commands.length, 0));
const audit = createAudit(files, new Date());
const found = measured('rules', () => [...runRules(pipelineRules, pipelines, audit)].length);

for (const rule of process.env['BY_RULE'] === undefined ? [] : pipelineRules) {
  measured(rule.id, () => [...runRules([rule], pipelines, audit)].length);
}
process.stdout.write(`${lines.join('\n')}\n`);
process.stdout.write(
  `${pipelines.length} pipelines, ${scripts.length} scripts, ${commands} commands, ${found} statements, ` +
    `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB\n`,
);
