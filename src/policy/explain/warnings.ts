import { nearestWord } from '../../lib/spelling/nearest-word.ts';
import { daysLeft, hasExpired } from '../judge/days.ts';
import { pipelineGates, type Policy, type Waiver } from '../policy.ts';
import { describeWaiver } from '../waivers/describe-waiver.ts';

const farDays = 400;

/** What is allowed in a policy and yet worth a second look. */
export function warnings(policy: Policy, now: Date): string[] {
  const waivers = policy.waivers.flatMap((waiver) => {
    const problem = problemOf(waiver, now.getTime());
    return problem === undefined ? [] : [`the ${describeWaiver(waiver)} ${problem}`];
  });
  const silent = Object.values(policy.gates)
    .filter(({ failOn, scanners }) => scanners.length > 0 && failOn.severity === 'never')
    .map(({ name }) => `no finding shuts the gate ${name}`);
  const misspelt = Object.keys(policy.gates).flatMap((name) => {
    const meant = nearestWord(name, pipelineGates);
    const differs = meant !== undefined && !name.startsWith(meant) && !meant.startsWith(name);
    return differs ? [`the gate ${name} is one of your own; did you mean ${meant}?`] : [];
  });
  return [...waivers, ...silent, ...misspelt];
}

function problemOf({ expires, rules, paths, fingerprint, secret }: Waiver, now: number): string | undefined {
  if (hasExpired(expires, now)) return `expired on ${expires}`;
  if (daysLeft(expires, now) > farDays) return `runs for more than a year, until ${expires}`;
  const everything = (globs: readonly string[] | undefined) =>
    !globs || globs.some((glob) => glob === '*' || glob === '**');
  const broad = fingerprint === undefined && secret === undefined && everything(rules) && everything(paths);
  return broad ? 'lets everything through' : undefined;
}
