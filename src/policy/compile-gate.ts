import type { Command, Condition, Gate, RuleOverride, Threshold, UnknownEffect } from './policy.ts';
import { listOf, millis } from './quantities.ts';
import type { GateDocument } from './schema/policy-schema.ts';

/** A gate as written, with its defaults. */
export function compileGate(name: string, document: GateDocument): Gate {
  const { approvals, budget } = document;
  return {
    name,
    scanners: unique(document.scanners),
    soft: unique(document.soft),
    failOn: compileThreshold(document['fail-on'] ?? 'high'),
    overrides: Object.fromEntries(
      Object.entries(document.overrides ?? {}).flatMap(([id, threshold]) =>
        threshold === undefined ? [] : [[id, compileThreshold(threshold)]],
      ),
    ),
    rules: compileRules(document.rules),
    unknowns: compileUnknowns(document.unknowns ?? 'error'),
    ...(budget !== undefined && { budgetMillis: millis(budget) }),
    ...(approvals && {
      approvals: {
        quorum: approvals.quorum,
        groups: listOf(approvals.groups),
        ...(approvals['max-age'] !== undefined && { maxAgeMillis: millis(approvals['max-age']) }),
      },
    }),
    windows: (document.windows ?? []).map(({ days, from, to, timezone }) => ({
      days,
      from,
      to,
      timezone: timezone ?? 'UTC',
    })),
    freezes: document.freezes ?? [],
    verify: unique(document.verify),
    conditions: (document.conditions ?? []).map(compileCondition),
    commands: (document.commands ?? []).map(compileCommand),
  };
}

/** In the order written, which decides between globs. */
export function compileRules(rules: GateDocument['rules']): RuleOverride[] {
  return Object.entries(rules ?? {}).map(([rule, severity]) => ({ rule, severity }));
}

function compileThreshold(threshold: NonNullable<GateDocument['fail-on']>): Threshold {
  const { severity, ...rest } = typeof threshold === 'string' ? { severity: threshold } : threshold;
  return { severity, confidence: rest.confidence ?? 'medium', newOnly: rest['new-only'] ?? true };
}

function compileUnknowns(unknowns: NonNullable<GateDocument['unknowns']>): Record<string, UnknownEffect> {
  if (typeof unknowns === 'string') return { default: unknowns };
  const given = Object.entries(unknowns).flatMap(([reason, effect]) =>
    effect === undefined ? [] : [[reason, effect] as const],
  );
  return { default: 'error', ...Object.fromEntries(given) };
}

function compileCondition(condition: NonNullable<GateDocument['conditions']>[number]): Condition {
  const { message } = condition;
  const said = message === undefined ? {} : { message };
  if ('require' in condition) return { kind: 'require', expression: condition.require, ...said };
  return { kind: 'fail-if', expression: condition['fail-if'], ...said };
}

function compileCommand(command: NonNullable<GateDocument['commands']>[number]): Command {
  return {
    name: command.name,
    run: command.run,
    files: command.files === undefined ? ['**'] : listOf(command.files),
    fix: command.fix ?? false,
    timeoutMillis: millis(command.timeout ?? '60s'),
  };
}

function unique<T>(items: readonly T[] | undefined): T[] {
  return [...new Set(items)];
}
