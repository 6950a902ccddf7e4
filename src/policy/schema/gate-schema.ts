import { z } from 'zod';
import { command } from './command-schema.ts';
import { duration, instant, line, oneOrMore, ruleGlob, timeOfDay, timezone } from './scalars.ts';
import { ruleOverrides, threshold } from './threshold-schema.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const approvals = z
  .strictObject({
    quorum: z.int().min(1).max(100).meta({ description: 'How many different people must approve.' }),
    groups: oneOrMore(line).optional().meta({ description: 'Only members of one of these count.' }),
    'max-age': duration.optional().meta({ description: 'Older approvals do not count.' }),
  })
  .meta({ description: 'Who must approve.' });

const window = z
  .strictObject({
    days: z.array(z.enum(weekdays)).min(1),
    from: timeOfDay,
    to: timeOfDay.meta({ description: 'HH:MM, exclusive; before "from" means the next day.' }),
    timezone: timezone.optional().meta({ description: 'Default: UTC.' }),
  })
  .meta({ description: 'A weekly time in which the gate may open.' });

const freeze = z
  .strictObject({ from: instant, to: instant, reason: line })
  .meta({ description: 'A period in which the gate stays shut.' });

const expression = z.string().min(1).max(2000).meta({ description: 'A CEL expression over the evidence.' });

const condition = z
  .union([
    z.strictObject({ require: expression, message: line.optional() }),
    z.strictObject({ 'fail-if': expression, message: line.optional() }),
  ])
  .meta({ description: 'The gate stays shut unless "require" holds, or if "fail-if" holds.' });

const unknownEffect = z.enum(['error', 'note']);

const unknowns = z
  .union([
    unknownEffect,
    z.strictObject({
      unreadable: unknownEffect.optional(),
      'too-large': unknownEffect.optional(),
      unsupported: unknownEffect.optional(),
      syntax: unknownEffect.optional(),
      'not-fetched': unknownEffect.optional(),
      limit: unknownEffect.optional(),
      timeout: unknownEffect.optional(),
      corrupt: unknownEffect.optional(),
      'needs-facts': unknownEffect.optional(),
      default: unknownEffect.optional(),
    }),
  ])
  .meta({ description: 'What it does to the gate if a scanner could not decide. Default: error.' });

export function gateSchema(scanners: readonly string[]) {
  const scannerList = z.array(z.enum(scanners)).max(100);
  return z.strictObject({
    scanners: scannerList.optional().meta({ description: 'Each must run to the end, or the gate does not open.' }),
    soft: scannerList.optional().meta({
      description: 'Run too; what does not fit the budget is left to a later gate, and that is said.',
    }),
    'fail-on': threshold.optional(),
    overrides: z
      .strictObject(Object.fromEntries(scanners.map((id) => [id, threshold.optional()])))
      .optional()
      .meta({ description: 'Thresholds of single scanners, in place of fail-on.' }),
    rules: ruleOverrides(ruleGlob(scanners)).optional(),
    unknowns: unknowns.optional(),
    budget: duration.optional().meta({ description: 'Time for the soft scanners, for example 1s.' }),
    approvals: approvals.optional(),
    windows: z.array(window).max(100).optional(),
    freezes: z.array(freeze).max(100).optional(),
    verify: z
      .array(z.enum(['signature', 'provenance', 'sbom', 'digest', 'receipts']))
      .optional()
      .meta({ description: 'What must have been verified about the artifact.' }),
    conditions: z.array(condition).max(100).optional(),
    commands: z.array(command).max(100).optional(),
  });
}
