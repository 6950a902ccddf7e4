import type { Example, NonEmpty } from '../../model/rule.ts';
import { defineSecret, type SecretDefinition } from './define-secret.ts';
import { randomText } from './proof/random-text.ts';
import type { SecretRule } from './secret-rule.ts';

/** A format that is nothing but random characters: only the name it is assigned to tells whose it is. */
export interface ContextSecretDefinition extends Pick<
  SecretDefinition,
  'id' | 'title' | 'provider' | 'opens' | 'revoke' | 'severity' | 'family' | 'gitleaks'
> {
  readonly shape: string;
  /** The provider's names as they occur in identifiers, lower case. */
  readonly words: NonEmpty<string>;
  /** The environment variable it usually is in; the examples are made from it. */
  readonly variable: string;
  /** Least entropy, bits per character. Default 3. */
  readonly entropy?: number;
  /** A name says that a value of the same form is no secret. */
  readonly unless?: RegExp;
}

/** Completes it: an assignment near the provider's name, random-looking value, examples of both kinds. */
export function defineContextSecret(definition: ContextSecretDefinition): SecretRule {
  const { words, variable, entropy = 3, unless, ...own } = definition;
  return defineSecret({
    ...own,
    near: { words, assigned: true },
    entropy,
    proof: randomText(unless),
    bad: [
      { path: '.env', code: `${variable}={secret}` },
      { path: 'config.json', code: `{ "${camelCase(variable)}": "{secret}" }` },
      { path: 'settings.py', code: `${variable.toLowerCase()} = '{secret}'` },
    ],
    good: withoutSecret(variable, words[0]),
  });
}

function withoutSecret(variable: string, word: string): NonEmpty<Example> {
  return [
    { path: 'ci.yml', code: `${variable}: \${{ secrets.${variable} }}` },
    { path: '.env.example', code: `${variable}=your-${word}-value` },
    { path: 'lock.json', code: `{ "${word}": { "integrity": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b" } }` },
    { path: 'main.ts', code: `const ${camelCase(variable)} = process.env.${variable};` },
  ];
}

function camelCase(variable: string): string {
  return variable.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
