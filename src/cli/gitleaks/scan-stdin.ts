import { ByteString } from '../../lib/re2/byte-string.ts';
import type { Detector } from '../../scanners/secrets/compat/detector.ts';
import { once } from '../../scanners/secrets/compat/source/scan-file.ts';
import { splitFragments } from '../../scanners/secrets/compat/source/split-fragments.ts';
import type { ScanSink } from './scan-sink.ts';

/** Scans a stream as one file without a name. */
export async function scanStdin(
  stdin: NodeJS.ReadableStream,
  detector: Detector,
  sink: ScanSink,
  signal: AbortSignal,
): Promise<void> {
  const blocks: Buffer[] = [];
  for await (const block of stdin) {
    if (signal.aborted) return;
    blocks.push(typeof block === 'string' ? Buffer.from(block) : block);
  }
  for (const { bytes, startLine } of splitFragments(once(Buffer.concat(blocks)))) {
    sink.bytes(bytes.length);
    const content = ByteString.ofBytes(bytes);
    for (const finding of detector.detect({ content, path: '', symlink: '', startLine })) sink.finding(finding);
    if (signal.aborted) return;
  }
}
