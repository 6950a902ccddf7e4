import type { Severity } from '../../../model/severity.ts';
import type { Audit } from '../audit/audit.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Issue, Verdicts } from '../rule.ts';
import type { Bearer, Reach } from './bearers.ts';
import type { Fault, Grant } from './grant.ts';
import { findTaker, type Taker } from './job-tokens.ts';
import { judgeGrant } from './judge-grant.ts';
import { subjectForm } from './subject-form.ts';

const severities: Readonly<Record<Reach, Severity>> = {
  anyone: 'critical',
  owner: 'high',
  branch: 'medium',
  request: 'low',
  environment: 'low',
  tag: 'low',
};

/** Who gets a role by a grant that was perhaps not meant to, with the job that shows it where there is one. */
export function* reportGrant(grant: Grant, pipelines: readonly Pipeline[], audit: Audit): Verdicts {
  for (const fault of [...(grant.faults ?? []), ...sharedAudiences(grant)]) yield faultIssue(grant, fault);
  const { admitted, why } = judgeGrant(grant, subjectForm(grant.issuer, audit.facts));
  const taker = findTaker(grant, pipelines, audit);
  // Bindings that are elsewhere may ask for the project; that a provider asks for nothing they can not mend.
  const [worst, ...others] = grant.isHalf ? admitted.filter(({ reach }) => reach === 'anyone') : admitted;
  if (worst) yield toIssue(grant, worst, others, taker);
  else if (taker && !grant.isHalf) yield takerIssue(grant, taker);
  else if (why.length > 0) {
    yield { undecided: `who can take ${grant.role}: ${why.slice(0, 3).join(', ')}`, at: grant.at };
  }
}

function faultIssue({ role }: Grant, { at, message, remove }: Fault): Issue {
  const issue: Issue = { at, message: `\`${role}\`: ${message}`, severity: 'low', subject: `${role} ${message}` };
  if (!remove) return issue;
  const description = 'Ask for the claim itself';
  return { ...issue, fixes: [{ description, safe: false, edits: [{ at: remove, text: '' }] }] };
}

/** An audience that other services on the same platform are given as well. */
function* sharedAudiences({ audiences, issuer }: Grant): Generator<Fault> {
  for (const { text, at } of audiences) {
    const bare = text.replace(/^https?:\/\//, '').replace(/\/$/, '');
    const isShared = issuer.platform === 'gitlab' && bare === issuer.host;
    if (isShared) yield { at, message: `the audience ${text} is that of every service which trusts the instance` };
  }
}

function toIssue(grant: Grant, worst: Bearer, others: readonly Bearer[], taker: Taker | undefined): Issue {
  const verb = grant.isHalf ? 'takes tokens' : 'can be assumed';
  const isNear = worst.reach !== 'anyone' && worst.reach !== 'owner';
  const from = isNear ? [worst, ...others].map((bearer) => bearer.from) : [worst.from];
  const subject = worst.token.claims.get('sub') ?? '';
  const example = isNear ? '' : `, for example with the subject \`${subject}\``;
  // A job that can be started so makes of what may be a wish what is a fact.
  const weight = grant.isHalf && worst.reach === 'anyone' ? 'high' : severities[worst.reach];
  const severity = taker && isNear ? 'high' : weight;
  return {
    at: grant.at,
    message: `\`${grant.role}\` ${verb} from ${inOneClause(from)}${example}`,
    severity,
    confidence: subject.includes('${') ? 'medium' : 'high',
    subject: `${grant.role} ${worst.reach}`,
    path: pathOf(grant, taker),
  };
}

function takerIssue(grant: Grant, taker: Taker): Issue {
  return {
    at: grant.at,
    message: `\`${grant.role}\` can be assumed by the job ${taker.job.name} in a ${taker.run.scenario.title}${taker.fetch ? ', whose code it fetches' : ''}`,
    severity: taker.isOpen ? 'critical' : 'high',
    subject: `${grant.role} ${taker.job.name} ${taker.run.scenario.id}`,
    path: pathOf(grant, taker),
  };
}

function inOneClause(parts: readonly string[]): string {
  const shared = / of `[^`]*`$/.exec(parts[0] ?? '')?.[0] ?? '';
  const [last = '', ...before] = parts
    .map((part) => (part.endsWith(shared) ? part.slice(0, part.length - shared.length) : part))
    .reverse();
  return `${before.length === 0 ? last : `${before.reverse().join(', ')} and ${last}`}${shared}`;
}

function pathOf(grant: Grant, taker: Taker | undefined): NonNullable<Issue['path']> {
  const broad = grant.names.filter(({ text }) => /[*?]/.test(text));
  const named = (broad.length > 0 ? broad : grant.names).slice(0, 4);
  const conditions = named.map(({ claim, text, at }) => ({
    at,
    message: claim === undefined ? `it asks for \`${text}\`` : `it asks for \`${text}\` in the claim ${claim}`,
  }));
  const statement =
    conditions.length > 0
      ? conditions
      : [{ at: grant.at, message: 'it asks for nothing that tells whose token it is' }];
  if (!taker) return statement;
  const { job, run, fetch } = taker;
  const [token] = job.identityTokens;
  const verb =
    run.runs === 'yes'
      ? 'gets a token'
      : run.runs === 'manual'
        ? 'gets a token when somebody starts it'
        : 'may get a token';
  const steps = [{ at: token?.at ?? job.at, message: `${job.name} ${verb} in a ${run.scenario.title}` }];
  if (fetch) steps.push({ at: fetch.at, message: 'and fetches the code of the request' });
  return [...steps, ...statement];
}
