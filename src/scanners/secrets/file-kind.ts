import { pathKind } from './generic/path-kind.ts';

const generated = /\.(?:snap|lock|sum)$|(?:^|[/!])(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml)$/i;
const comment = /^\s*(?:#|\/\/|\/?\*|--|;|<!--|\.\.\s)/;
/** YAML inside Python is the documentation of something. */
const item = /^\s*(?:-\s|[\w.-]+:\s)/;

/** Tests, documentation, examples, translations, bundles and lock files: what looks like a secret there often is none. */
export function isSideFile(path: string): boolean {
  return pathKind(path) !== 'source' || generated.test(path);
}

/** Whether the text before a value on its line begins a comment, or documentation inside of code. */
export function isRemark(path: string, left: string): boolean {
  return comment.test(left) || (/\.pyi?$/.test(path) && item.test(left));
}
