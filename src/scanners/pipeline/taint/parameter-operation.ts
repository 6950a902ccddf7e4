import type { ShellExpansion } from '../../../lib/shell/shell-command.ts';
import { changed, nothing, without, type Flow } from './flow.ts';

/** What is left of a variable's value behind `${NAME@Q}`, `${NAME//[^a-z]/}`, `${NAME:-x}` … */
export function operated(value: Flow, operation: ShellExpansion['operation']): Flow {
  switch (operation?.type) {
    case 'Default':
      return operation.operator.endsWith('+') ? nothing : value;
    case 'Transform':
      return operation.operand.text === 'Q' ? without(value, 'untrusted') : value;
    case 'Replace': {
      const keepsHarmless = operation.operator === '//' && /^\[[!^][^\]]+\]$/.test(operation.pattern.text);
      return changed(keepsHarmless ? without(value, 'untrusted') : value);
    }
    case 'Remove':
    case 'Slice':
    case 'CaseModification':
      return changed(value);
    case 'Names':
      return nothing;
    default:
      return value;
  }
}
