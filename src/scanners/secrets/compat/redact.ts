import type { ByteText } from './byte-text.ts';
import type { CompatFinding } from './finding.ts';

/** Hides a share of the secret, in percent, from the match, the lines and the parts of a finding. */
export function redact(finding: CompatFinding, percent: number): CompatFinding {
  const mask = maskSecret(finding.secret, percent);
  return {
    ...finding,
    secret: mask,
    match: replaceSecret(finding.match, finding.secret, mask),
    line: replaceSecret(finding.line, finding.secret, mask),
    required: finding.required.map((part) => ({ ...part, secret: maskSecret(part.secret, percent) })),
  };
}

function maskSecret(secret: ByteText, percent: number): ByteText {
  if (percent >= 100) return 'REDACTED';
  return `${secret.slice(0, roundHalfEven((secret.length * (100 - percent)) / 100))}...`;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** An empty secret stands between all characters, as for Go's `strings.ReplaceAll`. */
function replaceSecret(text: ByteText, secret: ByteText, mask: ByteText): ByteText {
  if (secret !== '') return text.replaceAll(secret, () => mask);
  return text.replaceAll(/[\0-\x7f]|[\x80-\xff][\x80-\xbf]*|$/g, (rune) => mask + rune);
}
