/** What the path says a file is for; `source` when it says nothing. */
export type PathKind = 'test' | 'docs' | 'example' | 'locale' | 'vendor' | 'minified' | 'source';

const kinds: readonly (readonly [PathKind, RegExp])[] = [
  [
    'minified',
    /[.-]min\.(?:m?js|css)$|(?:^|\/)(?:dist|build|bundles?|_next|static\/js)\/.*\.(?:m?js|css)$|\.bundle\.js$|\.map$/i,
  ],
  [
    'locale',
    /(?:^|[/_.-])(?:locales?|i18n|l10n|lang(?:uages?)?|translations?|messages|LC_MESSAGES)(?:[/_.-]|$)|\/values-\w+\/|\.(?:strings|po|pot|xlf|xliff)$/i,
  ],
  [
    'test',
    /(?:^|[/_.-])(?:tests?|testing|testdata|testsuite|specs?|fixtures?|mocks?|stubs?|cassettes|recordings?|molecule|e2e|cypress|features?|snapshots?|__\w+__|testutils?|t)(?:[/_.-]|$)|(?:Tests?|Spec|IT|TestCase)\.\w+$|_test\.\w+$/,
  ],
  [
    'example',
    /(?:^|[/_.-])(?:examples?|samples?|demos?|tutorials?|quickstart|templates?|playground|sandbox|local[-_]environments?|devenv|getting[-_]started)(?:[/_.-]|$)|\.(?:dist|sample|example|template|tmpl|default)$/i,
  ],
  [
    'docs',
    /(?:^|\/)(?:docs?|documentation|man|wiki|website|changelogs?|releasenotes)\/|(?:^|\/)(?:README|CHANGELOG|CHANGES|NEWS|HISTORY|UPGRADING|CONTRIBUTING)[^/]*$|\.(?:md|rst|adoc|txt|pod|tex)$/i,
  ],
  ['vendor', /(?:^|\/)(?:vendor|third[-_]?party|node_modules|bower_components|external|contrib|site-packages)\//i],
];

export function pathKind(path: string): PathKind {
  return kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'source';
}
