import { ByteString } from '../../../../lib/re2/byte-string.ts';
import type { ByteText } from '../byte-text.ts';
import type { Detector } from '../detector.ts';
import type { CompatFinding } from '../finding.ts';
import { hasArchiveName } from './archive-name.ts';
import { readMembers } from './archive-members.ts';
import { systemPath, type ListedFile } from './list-files.ts';
import { withFile } from './read-file.ts';
import { splitFragments, type BlockReader } from './split-fragments.ts';

export interface FileSettings {
  readonly cwd: ByteText;
  /** Larger files are left out; 0: none. */
  readonly maxBytes: number;
  /** 0: archives are left out. */
  readonly maxArchiveDepth: number;
}

/** What scanning a file gave. */
export interface FileResult {
  readonly findings: readonly CompatFinding[];
  /** Bytes that were looked at. */
  readonly bytes: number;
  /** What could not be read; `lost` when gitleaks could have read it or would have failed. */
  readonly problems: readonly { readonly path: ByteText; readonly message: string; readonly lost: boolean }[];
}

const nothing: FileResult = { findings: [], bytes: 0, problems: [] };
/** An archive is held in memory whole. */
const largestArchive = 512_000_000;

export function scanFile(file: ListedFile, detector: Detector, settings: FileSettings): FileResult {
  const archive = hasArchiveName(file.path);
  if (archive && settings.maxArchiveDepth === 0) return nothing;
  return withFile(systemPath(settings.cwd, file.path), (open) => {
    if (settings.maxBytes > 0 && open.size() > settings.maxBytes) return nothing;
    if (!archive) return scanBytes(file, detector, open);
    if (open.size() > largestArchive) {
      return { ...nothing, problems: [{ path: file.path, message: 'archive too large', lost: true }] };
    }
    return scanArchive(file, detector, settings, readAll(open));
  });
}

function scanBytes(file: ListedFile, detector: Detector, reader: BlockReader): FileResult {
  const findings: CompatFinding[] = [];
  let scanned = 0;
  for (const { bytes, startLine } of splitFragments(reader)) {
    scanned += bytes.length;
    const content = ByteString.ofBytes(bytes);
    findings.push(...detector.detect({ content, path: file.path, symlink: file.symlink, startLine }));
  }
  return { findings, bytes: scanned, problems: [] };
}

/** Scans the files in an archive. */
export function scanArchive(
  file: ListedFile,
  detector: Detector,
  settings: FileSettings,
  content: Uint8Array,
): FileResult {
  const findings: CompatFinding[] = [];
  const problems: { path: ByteText; message: string; lost: boolean }[] = [];
  let bytes = 0;
  for (const member of readMembers(file.path, content, settings.maxArchiveDepth)) {
    if ('reason' in member) {
      problems.push({ path: member.path, message: member.message, lost: member.reason !== 'corrupt' });
      continue;
    }
    const result = scanBytes({ path: member.path, symlink: file.symlink }, detector, once(member.bytes));
    findings.push(...result.findings);
    bytes += result.bytes;
  }
  return { findings, bytes, problems };
}

/** A reader that gives everything at once. */
export function once(bytes: Uint8Array): BlockReader {
  let ended = false;
  return {
    next: () => {
      ended = true;
      return bytes;
    },
    get ended() {
      return ended;
    },
  };
}

function readAll(reader: BlockReader): Uint8Array {
  const blocks: Buffer[] = [];
  while (!reader.ended) blocks.push(Buffer.from(reader.next()));
  return Buffer.concat(blocks);
}
