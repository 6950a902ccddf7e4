import { SourceText } from '../../lib/text/source-text.ts';
import type { Emission, Scan, ScanContext } from '../../model/scanner.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { createAudit } from './audit/create-audit.ts';
import { runRules } from './audit/run-rules.ts';
import { definitionFiles } from './definition-files.ts';
import type { RepositoryFiles } from './model/repository-files.ts';
import { pipelineRules } from './rules/all.ts';
import { toEmissions } from './to-emissions.ts';

/** Text that is kept in memory, in UTF-16 units; ten thousand workflows are about thirty million. */
const mostText = 100_000_000;

/** Collects the files of a project, then audits the pipelines in them. */
export class PipelineScan implements Scan, RepositoryFiles {
  readonly #context: ScanContext;
  readonly #files = new Map<string, SourceText>();
  #kept = 0;

  constructor(context: ScanContext) {
    this.#context = context;
  }

  read(path: string): SourceText | undefined {
    return this.#files.get(path);
  }

  paths(): Iterable<string> {
    return this.#files.keys();
  }

  *file(file: SourceFile): Generator<Emission> {
    const text = file.text();
    this.#kept += text.length;
    if (this.#kept <= mostText) {
      this.#files.set(file.uri, new SourceText(file.uri, text));
      return;
    }
    const message = 'the files that a pipeline may lead to are too many to be kept';
    const unknown = { scanner: 'pipeline', reason: 'limit', message, location: { uri: file.uri } };
    yield { kind: 'unknown', unknown };
  }

  *end(): Generator<Emission> {
    const sources = [...this.#files.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
    const pipelines = sources.flatMap((source) => {
      const definition = definitionFiles.find((one) => one.matches.test(source.uri));
      return definition ? [definition.read(source, this)] : [];
    });
    const statements = runRules(pipelineRules, pipelines, createAudit(this, this.#context.now));
    yield* toEmissions(statements, pipelines);
  }
}
