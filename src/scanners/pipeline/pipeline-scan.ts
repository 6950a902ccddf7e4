import { resolve } from 'node:path';
import type { Emission, Scan, ScanContext } from '../../model/scanner.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { createAudit } from './audit/create-audit.ts';
import { runRules } from './audit/run-rules.ts';
import { withoutCovered } from './audit/without-covered.ts';
import { CollectedFiles } from './collected-files.ts';
import type { Facts } from './facts/facts.ts';
import { factsFile, readFacts } from './facts/read-facts.ts';
import { readDependabot } from './github/dependabot.ts';
import { readPipelineSettings, type PipelineSettings } from './pipeline-settings.ts';
import { readPipelines } from './read-pipelines.ts';
import { pipelineRules } from './rules/all.ts';
import { applyComments } from './suppress/apply-comments.ts';
import { toEmissions } from './to-emissions.ts';

/** Collects the files of a project, then audits the pipelines in them. */
export class PipelineScan implements Scan {
  readonly #context: ScanContext;
  readonly #settings: PipelineSettings;
  readonly #files: CollectedFiles;

  /** @throws InputError when its settings are wrong */
  constructor(context: ScanContext) {
    this.#context = context;
    this.#settings = readPipelineSettings(context.settings);
    const { includeCache } = this.#settings;
    this.#files = new CollectedFiles(includeCache === undefined ? undefined : resolve(context.root, includeCache));
  }

  *file(file: SourceFile): Generator<Emission> {
    if (file.binary() || this.#files.add(file.uri, file.text())) return;
    const message = 'the files that a pipeline may lead to are too many to be kept';
    const unknown = { scanner: 'pipeline', reason: 'limit', message, location: { uri: file.uri } };
    yield { kind: 'unknown', unknown };
  }

  async *end(): AsyncGenerator<Emission> {
    const pipelines = readPipelines(this.#files);
    if (pipelines.length === 0 && !readDependabot(this.#files)) return;
    const facts = await this.#facts();
    const rules = this.#settings.pedantic ? pipelineRules : pipelineRules.filter(({ pedantic }) => pedantic !== true);
    const audit = createAudit(this.#files, this.#context.now, facts);
    const known = new Set(pipelineRules.map(({ id }) => id));
    const statements = applyComments(runRules(rules, pipelines, audit), rules, known, pipelines, audit);
    const sawWholeProject = this.#context.targetKind === 'directory' || this.#context.targetKind === 'tree';
    yield* toEmissions(withoutCovered([...statements]), pipelines, sawWholeProject);
  }

  async #facts(): Promise<Facts | undefined> {
    const source = this.#settings.facts ?? this.#files.read(factsFile);
    return source && (await readFacts(source));
  }
}
