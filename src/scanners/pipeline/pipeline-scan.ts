import type { Emission, Scan, ScanContext } from '../../model/scanner.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { createAudit } from './audit/create-audit.ts';
import { runRules } from './audit/run-rules.ts';
import { CollectedFiles } from './collected-files.ts';
import { readPipelines } from './read-pipelines.ts';
import { pipelineRules } from './rules/all.ts';
import { toEmissions } from './to-emissions.ts';

/** Collects the files of a project, then audits the pipelines in them. */
export class PipelineScan implements Scan {
  readonly #context: ScanContext;
  readonly #files = new CollectedFiles();

  constructor(context: ScanContext) {
    this.#context = context;
  }

  *file(file: SourceFile): Generator<Emission> {
    if (file.binary() || this.#files.add(file.uri, file.text())) return;
    const message = 'the files that a pipeline may lead to are too many to be kept';
    const unknown = { scanner: 'pipeline', reason: 'limit', message, location: { uri: file.uri } };
    yield { kind: 'unknown', unknown };
  }

  *end(): Generator<Emission> {
    const pipelines = readPipelines(this.#files);
    const statements = runRules(pipelineRules, pipelines, createAudit(this.#files, this.#context.now));
    yield* toEmissions(statements, pipelines);
  }
}
