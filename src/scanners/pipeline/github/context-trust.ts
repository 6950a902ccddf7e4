import type { Trust } from '../scenarios/scenario.ts';

/** What somebody can put into a context. */
export interface ContextTrust {
  /** `arbitrary`: any text. `structured`: a name with few signs, such as a branch. */
  readonly form: 'arbitrary' | 'structured';
  /** Who chooses it. */
  readonly by: Trust;
}

interface Source extends ContextTrust {
  readonly path: RegExp;
  /** The events in which it is there; undefined: all. */
  readonly events?: readonly string[];
}

const requests = ['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'];

/**
 * Contexts whose text is chosen by whoever causes the event (GitHub documentation, "Secure use reference", "Webhook
 * events and payloads"). Numbers, ids, hashes and words of the platform are none of them.
 */
const sources: readonly Source[] = [
  {
    path: /^github\.event\.(?:issue|pull_request|discussion|milestone|project_card|release)\.(?:title|body|name)$/,
    form: 'arbitrary',
    by: 'outsider',
  },
  { path: /^github\.event\.(?:comment|review|review_comment|answer)\.body$/, form: 'arbitrary', by: 'outsider' },
  {
    path: /^github\.event\.(?:issue|pull_request)\.(?:labels|milestone|assignee)\..*(?:name|title|description)$/,
    form: 'arbitrary',
    by: 'developer',
  },
  { path: /^github\.head_ref$/, events: requests, form: 'structured', by: 'outsider' },
  { path: /^github\.event\.pull_request\.head\.(?:ref|label)$/, form: 'structured', by: 'outsider' },
  {
    path: /^github\.event\.pull_request\.head\.repo\.(?:default_branch|description|homepage|name|full_name)$/,
    form: 'structured',
    by: 'outsider',
  },
  { path: /^github\.event\.workflow_run\.(?:head_branch|display_title)$/, form: 'arbitrary', by: 'outsider' },
  {
    path: /^github\.event\.workflow_run\.head_commit\.(?:message|author\.(?:name|email)|committer\.(?:name|email))$/,
    form: 'arbitrary',
    by: 'outsider',
  },
  {
    path: /^github\.event\.workflow_run\.(?:head_repository\.(?:description|name)|pull_requests\..*\.ref)$/,
    form: 'structured',
    by: 'outsider',
  },
  {
    path: /^github\.event\.(?:commits\.[^.]+|head_commit)\.(?:message|author\.(?:name|email)|committer\.(?:name|email))$/,
    form: 'arbitrary',
    by: 'developer',
  },
  { path: /^github\.event\.pages\.[^.]+\.page_name$/, form: 'arbitrary', by: 'developer' },
  {
    path: /^github\.(?:ref_name|ref)$/,
    events: ['push', 'create', 'delete', 'workflow_dispatch', 'release'],
    form: 'structured',
    by: 'developer',
  },
  {
    path: /^github\.event\.(?:ref|base_ref|release\.tag_name|release\.target_commitish)$/,
    form: 'structured',
    by: 'developer',
  },
  { path: /^github\.event\.client_payload(?:\..+)?$/, form: 'arbitrary', by: 'developer' },
  { path: /^(?:github\.event\.inputs|inputs)\..+$/, form: 'arbitrary', by: 'developer' },
  {
    path: /^github(?:\.event(?:\.(?:issue|pull_request|comment|review|discussion))?)?$/,
    events: [...requests, 'issues', 'issue_comment', 'discussion', 'discussion_comment', 'workflow_run'],
    form: 'arbitrary',
    by: 'outsider',
  },
  { path: /^github(?:\.event(?:\.(?:head_commit|commits|release))?)?$/, form: 'arbitrary', by: 'developer' },
];

/**
 * What is known of a context, in lower case as GitHub compares them; undefined when nobody can choose its text.
 * @param events what starts the workflow; `workflow_call` stands for all events of callers
 */
export function contextTrust(path: string, events: readonly string[]): ContextTrust | undefined {
  const found = sources.find(
    (source) => source.path.test(path) && (source.events === undefined || canHappen(source, events)),
  );
  return found && { form: found.form, by: found.by };
}

function canHappen({ events = [], by }: Source, starting: readonly string[]): boolean {
  return events.some((event) => starting.includes(event)) || (by === 'outsider' && starting.includes('workflow_call'));
}
