import type { TextRange } from '../../../lib/text/source-text.ts';
import { readLocalUse } from '../github/local-use.ts';
import type { Job } from '../model/job.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import type { Step, UseStep } from '../model/step.ts';

/** A step that saves a cache, restores one, or both. */
interface CacheUse {
  readonly at: TextRange;
  readonly saves: boolean;
  readonly restores: boolean;
  /** As a reader would name it: `actions/cache`, `actions/setup-node (npm)`. */
  readonly name: string;
  /** The key, as it is written; what a tool makes its key of, where it makes it itself. */
  readonly key: string;
  /** Beginnings of keys that are taken as well. */
  readonly fallback: readonly string[];
}

interface Form {
  readonly action: RegExp;
  /** Undefined when the step uses no cache. */
  read(step: UseStep): Omit<CacheUse, 'at'> | undefined;
}

const mostNested = 2;

/** The caches that a job uses, those of its local actions included. */
export function cachesOf({ steps }: Job, files: RepositoryFiles): readonly CacheUse[] {
  return steps.flatMap((step) => cachesIn(step, files, 0));
}

function cachesIn(step: Step, files: RepositoryFiles, depth: number): readonly CacheUse[] {
  if (step.kind !== 'use') return [];
  const { uses, at } = step;
  if (uses.text.startsWith('./') && depth < mostNested) {
    const local = readLocalUse(uses.text, files);
    const inside = local?.action ? local.jobs.flatMap((job) => job.steps) : [];
    return inside.flatMap((one) => cachesIn(one, files, depth + 1));
  }
  const found = forms.find(({ action }) => action.test(uses.text))?.read(step);
  return found ? [{ ...found, at }] : [];
}

/** Facts from the `action.yml` and the documentation of each. */
const forms: readonly Form[] = [
  {
    action: /^actions\/cache(?:\/(?:save|restore))?@/i,
    read: ({ uses, inputs }) => ({
      saves: !/\/restore@/i.test(uses.text),
      restores: !/\/save@/i.test(uses.text),
      name: uses.text.split('@')[0] ?? uses.text,
      key: (inputs?.text('key') ?? '').trim(),
      fallback: lines(inputs?.text('restore-keys')),
    }),
  },
  {
    action: /^actions\/setup-(?:node|python|java|dotnet)@/i,
    read: ({ uses, inputs }) => {
      const tool = inputs?.text('cache')?.trim() ?? '';
      return tool === '' || tool === 'false' ? undefined : both(uses.text, tool);
    },
  },
  // Caches unless it is told not to.
  {
    action: /^actions\/setup-go@v?(?:[4-9]|\d\d|[0-9a-f]{40})/i,
    read: ({ uses, inputs }) => (inputs?.text('cache') === 'false' ? undefined : both(uses.text, 'go')),
  },
  {
    action: /^ruby\/setup-ruby@/i,
    read: ({ uses, inputs }) => (inputs?.text('bundler-cache') === 'true' ? both(uses.text, 'bundler') : undefined),
  },
  {
    action:
      /^(?:swatinem\/rust-cache|gradle\/actions\/setup-gradle|gradle\/gradle-build-action|hendrikmuhs\/ccache-action)@/i,
    read: ({ uses }) => both(uses.text, ''),
  },
  {
    action: /^astral-sh\/setup-uv@/i,
    read: ({ uses, inputs }) => (inputs?.text('enable-cache') === 'true' ? both(uses.text, 'uv') : undefined),
  },
  {
    action: /^docker\/(?:build-push|bake)-action@/i,
    read: ({ uses, inputs }) => {
      const [from, to] = [inputs?.text('cache-from') ?? '', inputs?.text('cache-to') ?? ''];
      const [restores, saves] = [from.includes('type=gha'), to.includes('type=gha')];
      const scope = /scope=([^,\s]+)/.exec(from || to)?.[1] ?? 'buildkit';
      return restores || saves ? { ...both(uses.text, scope), restores, saves } : undefined;
    },
  },
];

function both(uses: string, tool: string): Omit<CacheUse, 'at'> {
  const action = (uses.split('@')[0] ?? uses).toLowerCase();
  const name = tool === '' ? action : `${action} (${tool})`;
  return { saves: true, restores: true, name, key: name, fallback: [] };
}

function lines(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').flatMap((line) => line.trim() || []);
}

/** What no run can know of another in advance. */
const onlyOnce = /github\.(?:run_id|run_number|run_attempt|sha)\b|steps\.[\w-]*(?:date|time)[\w-]*\./i;

/**
 * Whether what one step saves can be what another restores.
 * @returns `equal` when both are written so; `chosen` when whoever may write any key can name it; else undefined
 */
export function meets(saved: CacheUse | undefined, restored: CacheUse): 'equal' | 'chosen' | undefined {
  const { key, fallback } = restored;
  if (saved && (saved.key === key || fallback.some((start) => saved.key.startsWith(start)))) return 'equal';
  return onlyOnce.test(key) && fallback.length === 0 ? undefined : 'chosen';
}
