import { resolve } from 'node:path';
import type { Emission, Scan, ScanContext } from '../../model/scanner.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { createAudit } from './audit/create-audit.ts';
import { runRules } from './audit/run-rules.ts';
import { withoutCovered } from './audit/without-covered.ts';
import { CollectedFiles } from './collected-files.ts';
import { isEvidence } from './evidence-files.ts';
import type { Facts } from './facts/facts.ts';
import { ownedFixes } from './fix/owned-fixes.ts';
import { factsFile, readFacts } from './facts/read-facts.ts';
import { readDependabot } from './github/dependabot.ts';
import { readPipelineSettings, type PipelineSettings } from './pipeline-settings.ts';
import { readPipelines } from './read-pipelines.ts';
import { pipelineRules } from './rules/all.ts';
import { applyComments } from './suppress/apply-comments.ts';
import { toEmissions } from './to-emissions.ts';
import { mayTrust } from './trust/document-grants.ts';

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
    if (file.binary() || !isKept(file.uri, file.text()) || this.#files.add(file.uri, file.text())) return;
    const message = 'the files that a pipeline may lead to are too many to be kept';
    const unknown = { scanner: 'pipeline', reason: 'limit', message, location: { uri: file.uri } };
    yield { kind: 'unknown', unknown };
  }

  async *end(): AsyncGenerator<Emission> {
    const pipelines = readPipelines(this.#files);
    const facts = await this.#facts();
    const audit = createAudit(this.#files, this.#context.now, facts);
    // A repository of policies alone says nothing of gates that are missing.
    const isPolicyOnly = pipelines.length === 0 && !readDependabot(this.#files);
    if (isPolicyOnly && !audit.trust().isThere) return;
    const { pedantic } = this.#settings;
    const rules = pipelineRules.filter(
      (rule) => (pedantic || rule.pedantic !== true) && (!isPolicyOnly || 'grant' in rule.checks),
    );
    const known = new Set(pipelineRules.map(({ id }) => id));
    const statements = applyComments(runRules(rules, pipelines, audit), rules, known, pipelines, audit);
    const sawWholeProject = this.#context.targetKind === 'directory' || this.#context.targetKind === 'tree';
    yield* toEmissions(ownedFixes(withoutCovered([...statements]), audit.lock), pipelines, sawWholeProject);
  }

  async #facts(): Promise<Facts | undefined> {
    const source = this.#settings.facts ?? this.#files.read(factsFile);
    return source && (await readFacts(source));
  }
}

/** What is not wanted by its name is kept for what it says. */
function isKept(uri: string, text: string): boolean {
  return isEvidence(uri) || mayTrust(text);
}
