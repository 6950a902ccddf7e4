import { resolve } from 'node:path';
import { SourceText } from '../../lib/text/source-text.ts';
import type { CollectedFiles } from '../../scanners/pipeline/collected-files.ts';
import type { Facts } from '../../scanners/pipeline/facts/facts.ts';
import { factsFile, readFacts } from '../../scanners/pipeline/facts/read-facts.ts';
import type { Terminal } from '../command.ts';
import { readNamedFile } from '../reported-finding.ts';

/**
 * The settings of a file that was named, else of the one that the repository has.
 * @throws InputError
 */
export async function readGivenFacts(
  name: string | undefined,
  files: CollectedFiles,
  { cwd }: Terminal,
): Promise<Facts | undefined> {
  const source =
    name === undefined ? files.read(factsFile) : new SourceText(name, readNamedFile(resolve(cwd, name), name));
  return source && (await readFacts(source));
}
