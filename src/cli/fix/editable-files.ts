import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SourceText } from '../../lib/text/source-text.ts';
import { writeWhole } from '../../lib/write-whole.ts';

/** The files under a root, as they are while fixes are applied. Only plain files of valid UTF-8 inside it are edited. */
export class EditableFiles {
  readonly #root: string;
  readonly #texts = new Map<string, SourceText | undefined>();

  constructor(root: string) {
    this.#root = realpathSync(root);
  }

  read(uri: string): SourceText | undefined {
    if (!this.#texts.has(uri)) this.#texts.set(uri, this.#open(uri));
    return this.#texts.get(uri);
  }

  write(uri: string, text: string): void {
    const path = join(this.#root, uri);
    writeWhole(path, [text], statSync(path).mode & 0o777);
    this.#texts.set(uri, new SourceText(uri, text));
  }

  #open(uri: string): SourceText | undefined {
    const path = join(this.#root, uri);
    try {
      // A link could lead out of the project.
      if (!lstatSync(path).isFile() || realpathSync(path) !== path) return undefined;
      const bytes = readFileSync(path);
      const text = bytes.toString('utf8');
      return Buffer.from(text, 'utf8').equals(bytes) ? new SourceText(uri, text) : undefined;
    } catch {
      // Not there, or not readable: then it is not editable.
      return undefined;
    }
  }
}
