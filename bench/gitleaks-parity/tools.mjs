import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Runs a tool once; gives its exit code, output and report. The report's path is the same for both tools. */
export function runTool(command, { args, cwd, input, env = {}, format = 'json', scratch, report = true }) {
  const path = join(scratch, 'report.out');
  rmSync(path, { force: true });
  const output = report ? ['-f', format, '-r', path] : [];
  const [file, ...before] = command;
  const done = spawnSync(file, [...before, ...args, '--no-color', ...output], {
    cwd,
    input: input ?? '',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 30,
    timeout: 300_000,
  });
  return {
    code: done.status,
    stdout: done.stdout.toString('latin1'),
    stderr: done.stderr.toString('utf8'),
    report: existsSync(path) ? readFileSync(path) : undefined,
  };
}

/** What a report says, in an order of our own: each element is compared as a whole. */
export function elementsOf(report, format) {
  if (report === undefined) return ['no report'];
  const written = report.toString('utf8');
  if (written === '') return ['empty report'];
  switch (format) {
    case 'json':
      return list(JSON.parse(written) ?? ['null']);
    case 'sarif': {
      const log = JSON.parse(written);
      const [run] = log.runs;
      const { driver } = run.tool;
      const rules = (driver.rules ?? []).map((rule) => ({ rule }));
      return list([
        ...(run.results ?? [{ results: run.results }]),
        ...rules,
        { log: { ...log, runs: 0 }, driver: { ...driver, rules: 0 } },
      ]);
    }
    case 'junit': {
      const cases = written.split(/(?=<testcase |<\/testsuite>)/);
      return cases.map((each) => each.trimEnd()).toSorted();
    }
    case 'csv': {
      return written.split('\n').toSorted();
    }
    default:
      return [written.split('\n').toSorted().join('\n')];
  }
}

function list(items) {
  return items.map((item) => JSON.stringify(item)).toSorted();
}

/** What of two sorted lists stands in one of them only. */
export function difference(ours, theirs) {
  const count = new Map();
  for (const item of theirs) count.set(item, (count.get(item) ?? 0) + 1);
  const onlyOurs = [];
  for (const item of ours) {
    const left = count.get(item) ?? 0;
    if (left === 0) onlyOurs.push(item);
    else count.set(item, left - 1);
  }
  const onlyTheirs = [...count].flatMap(([item, left]) => Array.from({ length: left }, () => item));
  return { onlyOurs, onlyTheirs };
}

/** The log without times and colors. */
export function logOf(stderr) {
  return stderr
    .split('\n')
    .map((line) => line.replace(/^\S+(?: [AP]M)? (?=[A-Z]{3} )/u, '').replace(/ in \d\S*$/u, ''))
    .filter((line) => line.trim() !== '')
    .join('\n');
}
