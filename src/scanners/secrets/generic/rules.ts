import type { RuleMeta } from '../../../model/rule.ts';
import { genericApiKey } from './rules/generic-api-key.ts';
import { genericPassword } from './rules/generic-password.ts';
import { genericSecret } from './rules/generic-secret.ts';
import { genericToken } from './rules/generic-token.ts';
import { highEntropyString } from './rules/high-entropy-string.ts';
import { keyFile } from './rules/key-file.ts';

/** What the generic detector can report; it judges candidates itself, so these carry no pattern. */
export const genericRules: readonly RuleMeta[] = [
  genericPassword,
  genericSecret,
  genericToken,
  genericApiKey,
  highEntropyString,
  keyFile,
];
