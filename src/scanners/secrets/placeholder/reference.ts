import type { ValueContext } from './is-placeholder.ts';

/** Syntax that stands for a value kept elsewhere, as the whole value. */
const whole: readonly RegExp[] = [
  /^\$\{?[A-Za-z_][\w.:-]*\}?$/,
  /^\$[\w.[\]'"()>-]+$|^\$\{?[A-Za-z_]\w*\}?\/[\w./-]*$/,
  /^[%@][A-Za-z_][\w.-]*[%@]?$/,
  /^%[\w.-]+%$|^@+[\w.-]+@+$|^<<.*>>$|^__[A-Za-z][\w-]*__$|^\{\w[\w .:-]*\}$|^\[[\w .:-]+\]$/,
  /^<[^<>]*>?$|^&lt;.*&gt;$|^\[\[.*\]?\]?$/,
  /^![A-Za-z]+\b/,
  /^(?:\?|:[A-Za-z_]\w*|&\w+;|\*\w+|&\w+)$/,
  /^(?:var|local|data|module|each|self|this|props|state|args|opts|options|config|cfg|conf|settings|params|request|req|env|secrets|vars|inputs|steps|needs|matrix|github|parameters|variables|resource|output|ctx|context|event|form|data_source|random_password)(?:\.\w[\w-]*|\[[^\]]*\])+/,
  /^(?:(?:os|process|System|Deno|import\.meta)\.?(?:getenv|environ|env)\b|ENV\s*[[.(]|env\s*\(|getenv\s*\(|Sys\.getenv|std::env|viper\.|config\s*\(|lookup\s*\(|vault\s*\(|secret\s*\(|settings\s*\(|credentials\s*\(|process\.)/i,
  /^(?:arn:aws|projects\/[^/]+\/secrets\/|(?:op|secret|secrets|vault|ref\+\w+|file|gcp-sm|awssm|aws-sm|azurekeyvault|akv|ssm|sops|env|keyring|bao):\/\/|(?:env|file|vault|secret|ssm|kv|secretsmanager|resolve):[\w./-]+$|@Microsoft\.KeyVault\()/,
];

/** Syntax that makes a value partly computed. */
const inner: readonly RegExp[] = [
  /\$\{|\$\(|\$\{\{|#\{|\{\{|\}\}|<%|%>|\{%|%\}|\$\[|`[^`]*`/,
  /%(?:\d+\$|\[\d{1,3}\]|\(\w+\))?[-+ 0#]*\d*(?:\.\d+)?[sdvqfxuicp@](?:\W|$)/,
  /\{(?:\d{0,2}|[A-Za-z_][\w.]{0,40})(?:![rsa])?(?::[^{}]{0,10})?\}/,
  /\\\(\w|\$_(?:GET|POST|ENV|SERVER|REQUEST|COOKIE|SESSION)\b/,
  /^["']?\s*[+.&]\s*\w+\s*[+.&]/,
  /<\/?[A-Za-z][\w-]*(?:\s[^<>]*)?\/?>/,
];

/** A placeholder that goes on where the value ends. */
const completed = /^(?:<[A-Za-z][\w -]*>|\{[A-Za-z_]\w*\}|\$\{|\{\{)/;

/** Whether the value is looked up or computed at run time in any templating, shell or configuration language. */
export function findReference(value: string, context: ValueContext): string | undefined {
  const text = value.trim();
  if (whole.some((pattern) => pattern.test(text)) || inner.some((pattern) => pattern.test(text))) return 'reference';
  // An interpolated variable in a double-quoted string of a shell or of PHP, Perl, Ruby.
  if (/^[^$]*\$[A-Za-z_]\w{2,}$/.test(text) && /^["`]?$/.test(context.left.slice(-1)) && text.length < 40)
    return 'reference';
  if (/[A-Za-z_)\]]\[["']$/.test(context.left) && /^["']\]/.test(context.right)) return 'name of a member';
  if (completed.test(context.right)) return 'completed at run time';
  if (/\b(?:import|require)\s?\(\s?["'`]$/.test(context.left)) return 'module';
  return undefined;
}
