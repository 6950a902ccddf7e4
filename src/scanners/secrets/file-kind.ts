const sideFolder =
  /(?:^|[/!])(?:__tests__|__mocks__|__snapshots__|tests?|testing|testdata|test-data|specs?|fixtures?|mocks?|samples?|examples?|demos?|docs?|documentation|i18n|locales?|translations?|vendor|node_modules|third[-_]party)\//i;
const sideFile =
  /\.(?:min\.(?:js|css|mjs)|map|snap|md|mdx|rst|adoc|po|pot|lock|sum)$|[._-](?:test|spec|sample|example|dist|template)s?\.[\w.]+$|(?:^|[/!])(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|go\.sum)$/i;

/** Tests, documentation, examples, translations, bundles and lock files: what looks like a secret there often is none. */
export function isSideFile(path: string): boolean {
  return sideFolder.test(path) || sideFile.test(path);
}
