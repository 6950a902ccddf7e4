import { createHash } from 'node:crypto';
import type { JsonValue } from '../model/finding.ts';
import { compileGate, compileRules } from './compile-gate.ts';
import { defaultPolicy } from './default-policy.ts';
import type { Gate, Policy, ScanLimits, Signer, Waiver } from './policy.ts';
import { bytes, listOf, millis } from './quantities.ts';
import type { PolicyDocument } from './schema/policy-schema.ts';

/**
 * Fills in every default. The gates of the pipeline always exist: what the document does not say about them, the
 * default policy says.
 * @param scanners ids of the scanners that exist
 */
export function compilePolicy(document: PolicyDocument, scanners: readonly string[]): Policy {
  const base = defaultPolicy(scanners);
  const policy: Omit<Policy, 'digest'> = {
    version: 1,
    gates: compileGates(document, base),
    rules: compileRules(document.rules),
    waivers: (document.waivers ?? []).map(compileWaiver),
    paths: {
      exclude: document.paths?.exclude ?? base.paths.exclude,
      test: document.paths?.test ?? base.paths.test,
    },
    scan: compileScan(document.scan ?? {}),
    scanners: compileSettings(document.scanners ?? {}),
    baseline: document.baseline ?? base.baseline,
    ...(document.receipts && { signers: document.receipts.signers.map(compileSigner) }),
    ...(document.salt !== undefined && { salt: document.salt }),
  };
  return { ...policy, digest: createHash('sha256').update(canonicalJson(policy)).digest('hex') };
}

function compileGates(document: PolicyDocument, base: ReturnType<typeof defaultPolicy>): Record<string, Gate> {
  const names = new Set([...Object.keys(base.gates), ...Object.keys(document.gates ?? {})]);
  return Object.fromEntries(
    [...names].map((name) => [name, compileGate(name, { ...base.gates[name], ...document.gates?.[name] })]),
  );
}

function compileWaiver(waiver: NonNullable<PolicyDocument['waivers']>[number]): Waiver {
  const { rule, path, fingerprint, secret, owner, reason, expires } = waiver;
  return {
    ...(rule !== undefined && { rules: listOf(rule) }),
    ...(path !== undefined && { paths: listOf(path) }),
    ...(fingerprint !== undefined && { fingerprint }),
    ...(secret !== undefined && { secret }),
    owner,
    reason,
    expires,
  };
}

function compileSigner({ name, key }: Signer): Signer {
  return { name, key: Buffer.from(key, 'base64').toString('base64url') };
}

function compileScan(scan: NonNullable<PolicyDocument['scan']>): ScanLimits {
  return {
    ...(scan['max-file-size'] !== undefined && { maxFileBytes: bytes(scan['max-file-size']) }),
    ...(scan['archive-depth'] !== undefined && { archiveDepth: scan['archive-depth'] }),
    ...(scan.timeout !== undefined && { timeoutMillis: millis(scan.timeout) }),
    ...(scan.workers !== undefined && { workers: scan.workers }),
  };
}

function compileSettings(settings: NonNullable<PolicyDocument['scanners']>): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  );
}

/**
 * The same text for the same data, whatever the order of its keys. Where order means something (rules), data is a list.
 */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
