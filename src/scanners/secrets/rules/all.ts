import type { SecretRule } from '../secret-rule.ts';
import { contextRules } from './context-only.ts';
import { platformRules } from './platforms.ts';
import { serviceRules } from './services.ts';

/** Every rule of the scanner, the most telling formats first. */
export const secretRules: readonly SecretRule[] = [...platformRules, ...serviceRules, ...contextRules];
