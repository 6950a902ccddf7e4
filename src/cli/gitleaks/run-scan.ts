import { sanitize } from '../../lib/terminal/sanitize.ts';
import { fromBytes, toBytes, type ByteText } from '../../scanners/secrets/compat/byte-text.ts';
import type { CompatConfig } from '../../scanners/secrets/compat/config/config.ts';
import { loadConfig } from '../../scanners/secrets/compat/config/load-config.ts';
import { Detector, type DetectorSettings } from '../../scanners/secrets/compat/detector.ts';
import type { CompatFinding } from '../../scanners/secrets/compat/finding.ts';
import { redact } from '../../scanners/secrets/compat/redact.ts';
import { describeFinding } from '../../scanners/secrets/compat/report/verbose.ts';
import type { FlagValues } from './flag.ts';
import { FatalError, type GitleaksIo } from './gitleaks-io.ts';
import { baselineIn, loadBaseline, loadIgnoreList } from './load-suppressions.ts';
import type { Log } from './log.ts';
import type { Arguments } from './parse-arguments.ts';
import { scanDirectory } from './scan-directory.ts';
import { scanGit } from './scan-git.ts';
import { readScanRequest, sourceOf, type ScanRequest } from './scan-request.ts';
import { Collector } from './scan-sink.ts';
import { scanStdin } from './scan-stdin.ts';
import { goDuration, humanBytes } from './summary.ts';
import { prepareReport } from './write-report.ts';

const banner = '\n    ○\n    │╲\n    │ ○\n    ○ ░\n    ░    gitleaks\n\n';

/** Scans, reports and gives the exit code. */
export async function runScan(args: Arguments, io: GitleaksIo, log: Log): Promise<number> {
  const { flags } = args;
  if (!flags.flag('no-banner')) io.stderr.write(banner);
  const request = readScanRequest(args);
  const source = sourceOf(request);
  if (flags.given('diagnostics')) log.warn('--diagnostics has no effect');
  const config = enableRules(
    await loadConfig({ named: flags.text('config'), env: io.env, source, cwd: io.cwd }, log),
    flags,
    log,
  );
  const report = await prepareReport(flags, io);
  const collector = new Collector(log, loadIgnoreList(flags, source, io.cwd, log), loadBaseline(flags, io.cwd, log));
  const started = performance.now();
  await scanWithin(request, { flags, config, collector, io, log });
  const took = goDuration(performance.now() - started);

  const percent = flags.integer('redact');
  const sorted = collector.sorted();
  const findings = percent > 0 ? sorted.map((finding) => redact(finding, percent)) : sorted;
  if (flags.flag('verbose')) printFindings(findings, flags, io);
  const size = `~${collector.scannedBytes} bytes (${humanBytes(collector.scannedBytes)})`;
  if (collector.partial) log.warn(`partial scan of ${size} in ${took}`);
  else log.info(`scanned ${size} in ${took}`);
  if (findings.length > 0) log.warn(`leaks found: ${findings.length}`);
  else log.info(`no leaks found${collector.partial ? ' in partial scan' : ''}`);
  report?.(findings, config);
  if (collector.partial) return 1;
  return findings.length > 0 ? flags.integer('exit-code') & 0xff : 0;
}

/** Keeps the rules that `--enable-rule` names. */
function enableRules(config: CompatConfig, flags: FlagValues, log: Log): CompatConfig {
  const enabled = new Set(flags.list('enable-rule'));
  if (enabled.size === 0) return config;
  log.info(`Overriding enabled rules: ${[...enabled].join(', ')}`);
  for (const id of enabled) if (!config.rules.has(id)) throw new FatalError(`Requested rule ${id} not found in rules`);
  const rules = new Map([...config.rules].filter(([id]) => enabled.has(id)));
  for (const rule of rules.values()) {
    for (const { id } of rule.required) {
      if (!rules.has(id)) log.error('required rule not found in config', { 'rule-id': id });
    }
  }
  return { ...config, rules, order: config.order.filter((id) => enabled.has(id)) };
}

interface ScanContext {
  readonly flags: FlagValues;
  readonly config: CompatConfig;
  readonly collector: Collector;
  readonly io: GitleaksIo;
  readonly log: Log;
}

/** Runs the scan until it ends, the time is over or the user interrupts it. */
async function scanWithin(request: ScanRequest, context: ScanContext): Promise<void> {
  const { flags, collector, io } = context;
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const seconds = flags.integer('timeout');
  const timer = seconds > 0 ? setTimeout(stop, seconds * 1000) : undefined;
  io.signal?.addEventListener('abort', stop, { once: true });
  if (io.signal?.aborted === true) stop();
  try {
    await scan(request, context, abort.signal);
  } finally {
    clearTimeout(timer);
    io.signal?.removeEventListener('abort', stop);
  }
  if (abort.signal.aborted) collector.problem('the scan was stopped before its end', {}, true);
}

/** Our own rules cost start-up time, so they are loaded only for a configuration that has them. */
async function builtInSearch(config: CompatConfig, io: GitleaksIo): Promise<Partial<DetectorSettings>> {
  if (![...config.rules.values()].some((rule) => rule.builtIn === true)) return {};
  const { BuiltInSearch } = await import('../../scanners/secrets/compat/built-in/built-in-search.ts');
  return { builtIn: new BuiltInSearch(io.now?.() ?? new Date()) };
}

async function scan(request: ScanRequest, context: ScanContext, signal: AbortSignal): Promise<void> {
  const { flags, config, collector, io, log } = context;
  const skippedPaths = pathsToSkip(request, context);
  const detector = new Detector(config, {
    maxDecodeDepth: flags.integer('max-decode-depth'),
    ignoreAllowComments: flags.flag('ignore-gitleaks-allow'),
    skippedPaths,
    ...(await builtInSearch(config, io)),
  });
  const { source } = request.kind === 'stdin' ? { source: '' } : request;
  const files = {
    cwd: toBytes(io.cwd),
    maxBytes: flags.integer('max-target-megabytes') * 1_000_000,
    maxArchiveDepth: flags.integer('max-archive-depth'),
  };
  switch (request.kind) {
    case 'stdin':
      await scanStdin(io.stdin, detector, collector, signal);
      break;
    case 'directory':
      await scanDirectory(
        { source, followSymlinks: request.followSymlinks, config, detector, files, skippedPaths, signal },
        collector,
      );
      break;
    case 'history':
    case 'uncommitted': {
      const { platform } = request;
      await scanGit(
        { source, cwd: io.cwd, env: io.env, selection: request, platform, detector, signal },
        collector,
        log,
      );
      break;
    }
  }
}

/** The configuration and the baseline are not scanned. */
function pathsToSkip(request: ScanRequest, { flags, config, io }: ScanContext): ReadonlySet<ByteText> {
  const source = sourceOf(request);
  const paths = config.path === '' ? [] : [config.path];
  if (source !== undefined && flags.text('baseline-path') !== '') paths.push(baselineIn(flags, source, io.cwd));
  return new Set(paths.map((path) => toBytes(path)));
}

function printFindings(findings: readonly CompatFinding[], flags: FlagValues, io: GitleaksIo): void {
  const color = !flags.flag('no-color');
  for (const finding of findings) {
    const text = describeFinding(finding, color);
    // A terminal must not obey what a scanned file says.
    if (io.stdout.isTTY === true) io.stdout.write(text.split('\n').map(showLine).join('\n'));
    else io.stdout.write(Buffer.from(text, 'latin1'));
  }
}

function showLine(line: ByteText): string {
  return line
    .split(/(\p{Cc}\[(?:1;3;|0)m)/u)
    .map((part, index) => (index % 2 === 1 ? part : sanitize(fromBytes(part))))
    .join('');
}
