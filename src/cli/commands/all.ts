import type { Command } from '../command.ts';

/** Every command, loaded only when it is used. The order is the one of the help. */
export const commands: readonly { readonly name: string; load(): Promise<Command> }[] = [
  { name: 'scan', load: async () => (await import('./scan.ts')).scanCommand },
  { name: 'gate', load: async () => (await import('./gate.ts')).gateCommand },
  { name: 'fix', load: async () => (await import('./fix.ts')).fixCommand },
  { name: 'explain', load: async () => (await import('./explain.ts')).explainCommand },
  { name: 'rules', load: async () => (await import('./rules.ts')).rulesCommand },
  { name: 'init', load: async () => (await import('./init.ts')).initCommand },
  { name: 'policy', load: async () => (await import('./policy.ts')).policyCommand },
  { name: 'baseline', load: async () => (await import('./baseline.ts')).baselineCommand },
  { name: 'pipeline', load: async () => (await import('./pipeline.ts')).pipelineCommand },
  { name: 'hook', load: async () => (await import('./hook.ts')).hookCommand },
  { name: 'gitleaks', load: async () => (await import('./gitleaks.ts')).gitleaksCommand },
  { name: 'completion', load: async () => (await import('./completion.ts')).completionCommand },
];
