import { createSourceFile } from '../../engine/source-file.ts';
import { CollectedFiles } from '../../scanners/pipeline/collected-files.ts';
import { pipelineScanner } from '../../scanners/pipeline/scanner.ts';
import type { Entry, Target } from '../../model/target.ts';
import { openReader, ReadError, type Reader } from '../../targets/open-reader.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Terminal } from '../command.ts';

/**
 * Reads the files that pipelines may lead to.
 * @param cache a directory of copies of what `ci.lock` names
 */
export async function loadFiles(
  target: Target,
  terminal: Terminal,
  cache?: string,
): Promise<{ readonly files: CollectedFiles; readonly description: string }> {
  const opened = await openTarget(target, terminal.signal, terminal.env);
  const reader = openReader(opened.reader);
  const files = new CollectedFiles(cache);
  try {
    for await (const { entries } of opened.list(terminal.signal)) {
      for (const entry of entries) if (isWanted(entry)) await keep(entry, reader, files, terminal);
    }
  } finally {
    await reader.close();
  }
  return { files, description: opened.description };
}

function isWanted({ uri, size }: Entry): boolean {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return size <= (pipelineScanner.maxBytes ?? size) && pipelineScanner.wants({ uri, name, size, depth: 0 });
}

async function keep(entry: Entry, reader: Reader, files: CollectedFiles, terminal: Terminal): Promise<void> {
  try {
    const { bytes } = await reader.read(entry);
    const file = createSourceFile({ uri: entry.uri, bytes });
    if (!file.binary()) files.add(entry.uri, file.text());
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    terminal.stderr.write(`${entry.uri}: ${error.message}\n`);
  }
}
