import type { SecretRule } from '../secret-rule.ts';
import { platformRules } from './platforms.ts';
import { serviceRules } from './services.ts';

/** Every rule of the scanner. */
export const secretRules: readonly SecretRule[] = [...platformRules, ...serviceRules];
