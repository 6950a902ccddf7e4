import { YamlMap } from '../../../lib/yaml/node.ts';
import type { ExpressionSources } from '../github/expression-sources.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunStep } from '../model/step.ts';
import type { Variable } from '../model/variable.ts';
import { join, nothing, passing, type Flow } from './flow.ts';
import { githubValue, secretOf } from './github-values.ts';
import { gitlabSources, gitlabTokens } from './gitlab-sources.ts';
import { isSecretName } from './secret-names.ts';

/** Variables of a parent pipeline that refer to others of it. */
const deepest = 5;

/** What is known of the variables that a job's scripts find when they begin. */
export class OutsideValues {
  readonly #pipeline: Pipeline;
  readonly #job: Job;
  readonly #imported: ReadonlyMap<string, Flow>;
  readonly #known = new Map<string, Flow>();
  readonly #expressions: ExpressionSources | undefined;
  /** The step that runs now. */
  #step: RunStep | undefined;

  /**
   * @param imported variables that reports of earlier jobs set; they go before the job's own
   * @param expressions where the text of GitHub's expressions comes from
   */
  constructor(
    pipeline: Pipeline,
    job: Job,
    imported: ReadonlyMap<string, Flow>,
    expressions: ExpressionSources | undefined,
  ) {
    this.#expressions = expressions;
    this.#pipeline = pipeline;
    this.#job = job;
    this.#imported = imported;
  }

  enterStep(step: RunStep): void {
    // Only what a step sets for itself changes from step to step.
    for (const { name } of [...(this.#step?.variables ?? []), ...step.variables]) this.#known.delete(name);
    this.#step = step;
  }

  of(name: string): Flow {
    const known = this.#known.get(name);
    if (known) return known;
    // A variable that refers to its own name is not expanded: what the platform gives it holds.
    this.#known.set(name, nothing);
    const flow = this.#handedOver(name) ?? this.#imported.get(name) ?? this.#set(name) ?? this.#fromPlatform(name);
    this.#known.set(name, flow);
    return flow;
  }

  /** What the parent pipeline's job hands over; its names are the parent's. */
  #handedOver(name: string, depth = 0): Flow | undefined {
    const { forwarded = [], startedBy = '' } = this.#pipeline;
    const value = forwarded.findLast((one) => one.name === name)?.value;
    if (!value || depth > deepest) return undefined;
    const inner = namesIn(value.text).map((one) =>
      one === name ? this.#fromPlatform(one) : (this.#handedOver(one, depth + 1) ?? this.#fromPlatform(one)),
    );
    const message = `${startedBy} hands it over as ${name}`;
    return join(inner.map((flow) => passing(flow, () => ({ at: value.range, message }))));
  }

  #set(name: string): Flow | undefined {
    const variable = [...this.#job.variables, ...(this.#step?.variables ?? [])].findLast((one) => one.name === name);
    if (!variable) return undefined;
    const { value } = variable;
    const asked = this.#askedFor(variable);
    if (!value) return asked ?? this.#fromPlatform(name);
    if (this.#expressions) return githubValue(value, this.#expressions.inText(value.text, this.#job, this.#step));
    const inner = namesIn(value.text).map((one) => (one === name ? this.#fromPlatform(name) : this.of(one)));
    const message = `${name} is made of it`;
    return join([asked, ...inner.map((flow) => passing(flow, () => ({ at: value.range, message })))]);
  }

  /** A variable with a description is asked for when somebody starts a pipeline by hand; `options` limit the answer. */
  #askedFor({ name, scope, at }: Variable): Flow | undefined {
    if (this.#pipeline.dialect !== 'gitlab' || scope !== 'pipeline') return undefined;
    const entry = this.#pipeline.document.map('variables')?.get(name);
    if (!(entry instanceof YamlMap) || !entry.get('description') || entry.get('options')) return undefined;
    const steps = [{ at, message: `whoever starts a pipeline by hand fills in ${name}` }];
    return { untrusted: { source: `$${name}`, trust: 'developer', form: 'arbitrary', multiline: true, steps } };
  }

  #fromPlatform(name: string): Flow {
    const { identityTokens, body } = this.#job;
    const secret = (origin: 'setting' | 'platform' | 'identity-token'): Flow => ({
      secret: { name: `$${name}`, origin, changed: false, steps: [] },
    });
    if (identityTokens.some((token) => token.name === name)) return secret('identity-token');
    if (this.#pipeline.dialect === 'github') return name.startsWith('${{') ? secretOf(name) : githubDefault(name);
    if (this.#pipeline.dialect !== 'gitlab') return isSecretName(name) ? secret('setting') : nothing;
    if (body.map('secrets')?.get(name))
      return body.map('secrets')?.map(name)?.text('file') === 'false' ? secret('setting') : nothing;
    const source = gitlabSources.get(name);
    if (source) return { untrusted: { source: `$${name}`, ...source, steps: [] } };
    if (gitlabTokens.has(name)) return secret('platform');
    return isSecretName(name) ? secret('setting') : nothing;
  }
}

/** The variables that a value refers to. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\$\$|\$\{(\w+)\}|\$(\w+)/g)].flatMap(([, braced, bare]) => braced ?? bare ?? []);
}

/** Default variables that people choose the value of (GitHub, "Default environment variables"). */
function githubDefault(name: string): Flow {
  const trust = name === 'GITHUB_HEAD_REF' ? 'outsider' : name === 'GITHUB_REF_NAME' ? 'developer' : undefined;
  if (trust === undefined) return nothing;
  return { untrusted: { source: `$${name}`, trust, form: 'structured', multiline: false, steps: [] } };
}
