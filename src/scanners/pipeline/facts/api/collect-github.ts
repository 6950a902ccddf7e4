import { z } from 'zod';
import { githubFacts, type GithubFacts } from '../github-facts-schema.ts';
import type { ApiAnswer } from './api-answer.ts';
import type { ApiClient } from './api-client.ts';
import { FactCollector } from './fact-collector.ts';

const { shape } = githubFacts;

/** Environments of which the secrets are asked for. */
const mostEnvironments = 50;

/**
 * Reads the settings of a repository (GitHub documentation, "REST API": repositories, rules, branch protection,
 * environments, GitHub Actions permissions, secrets, variables and OIDC, organizations).
 * @param repository `owner/name`
 */
export async function collectGithub(
  api: ApiClient,
  repository: string,
): Promise<{ readonly facts: GithubFacts; readonly isEmpty: boolean }> {
  const facts = new FactCollector(api);
  const root = `repos/${repository.split('/').map(encodeURIComponent).join('/')}`;
  const found = await facts.object('repository', root, shape.repository.unwrap());
  await collectBranchRules(facts, root, found?.default_branch);
  await facts.each({
    fact: 'rulesets',
    list: `${root}/rulesets?includes_parents=true`,
    wants: ({ enforcement }) => enforcement === 'active',
    detail: (id) => `${root}/rulesets/${id}`,
    schema: shape.rulesets.unwrap().element,
  });
  await collectEnvironments(api, facts, root);
  const actions = `${root}/actions`;
  const permissions = `${actions}/permissions`;
  const allowed = await facts.object('actions_permissions', permissions, shape.actions_permissions.unwrap());
  if (allowed?.allowed_actions === 'selected')
    await facts.object('selected_actions', `${permissions}/selected-actions`, shape.selected_actions.unwrap());
  await facts.object('workflow_permissions', `${permissions}/workflow`, shape.workflow_permissions.unwrap());
  if (found?.visibility === 'private' || found?.visibility === 'internal')
    await facts.object(
      'fork_workflows',
      `${permissions}/fork-pr-workflows-private-repos`,
      shape.fork_workflows.unwrap(),
    );
  else await facts.object('fork_approval', `${permissions}/fork-pr-contributor-approval`, shape.fork_approval.unwrap());
  await facts.object('oidc_subject', `${actions}/oidc/customization/sub`, shape.oidc_subject.unwrap());
  await facts.list('secrets', `${actions}/secrets`, shape.secrets, 'secrets');
  await facts.list('organization_secrets', `${actions}/organization-secrets`, shape.organization_secrets, 'secrets');
  // Names alone: the answer has values too.
  await facts.list('variables', `${actions}/variables`, shape.variables, 'variables');
  // A person has no members.
  if (found?.owner?.type !== 'User') await collectOrganization(facts, repository);
  return { facts: githubFacts.parse(facts.result()), isEmpty: facts.isEmpty };
}

async function collectBranchRules(facts: FactCollector, root: string, branch: string | undefined): Promise<void> {
  if (branch === undefined) {
    const reason = 'the default branch is not known';
    facts.missing('rules', { reason });
    return facts.missing('branch_protection', { reason });
  }
  const name = encodeURIComponent(branch);
  await facts.list('rules', `${root}/rules/branches/${name}`, shape.rules);
  await facts.objectOrNone(
    'branch_protection',
    `${root}/branches/${name}/protection`,
    shape.branch_protection.unwrap().unwrap(),
    isUnprotected,
  );
}

/** A token without rights gets the same status, but another word. */
function isUnprotected(answer: ApiAnswer): boolean {
  return 'reason' in answer && answer.status === 404 && answer.message === 'Branch not protected';
}

const names = z.array(z.object({ name: z.string() }));

/** Environments, each with the names of its secrets where they may be seen. */
async function collectEnvironments(api: ApiClient, facts: FactCollector, root: string): Promise<void> {
  const found = await facts.list('environments', `${root}/environments`, shape.environments, 'environments');
  if (!found) return;
  const environments: unknown[] = [];
  for (const [index, environment] of found.entries()) {
    const path = `${root}/environments/${encodeURIComponent(environment.name)}/secrets`;
    const answer = index < mostEnvironments ? await api.list(path, 'secrets') : { reason: 'too many' };
    const secrets = 'value' in answer ? names.safeParse(answer.value).data : undefined;
    environments.push({ ...environment, ...(secrets && { secrets: secrets.map(({ name }) => name) }) });
  }
  facts.set('environments', environments);
}

/** What is asked of everybody who belongs to the owner of the repository. */
async function collectOrganization(facts: FactCollector, repository: string): Promise<void> {
  const [login = ''] = repository.split('/');
  await facts.object('organization', `orgs/${encodeURIComponent(login)}`, shape.organization.unwrap());
}
