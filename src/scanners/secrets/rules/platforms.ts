import type { SecretRule } from '../secret-rule.ts';
import { githubToken } from './github-token.ts';

/** Clouds, hosting, databases, secret stores, forges, package registries, observability. */
export const platformRules: readonly SecretRule[] = [githubToken];
