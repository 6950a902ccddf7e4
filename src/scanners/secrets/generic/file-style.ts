/** How files of a kind write values; decides where an unquoted word may be one. */
export type FileStyle = 'code' | 'shell' | 'yaml' | 'properties' | 'json' | 'xml' | 'prose' | 'data' | 'other';

const extensions: Readonly<Record<FileStyle, string>> = {
  code:
    'c cc cpp cxx h hh hpp ino m mm cs java kt kts scala groovy gradle go rs swift dart ps1 psm1 psd1 js jsx mjs cjs ts tsx mts cts vue ' +
    'svelte py pyi pyx ipynb rb erb rake pl pm t php phtml inc lua r jl ex exs erl hrl hs ml mli clj cljs lisp el fs fsx vb ' +
    'vbs pas d nim zig v sv vhd asm s sql psql plsql pls proto thrift graphql gql sol css scss less sass tf hcl bicep jsonnet ' +
    'libsonnet cue dhall rego cmake bzl star y yy l ll g4 rkt scm tcl coffee pug haml slim ejs hbs twig liquid jinja j2 tpl',
  shell: 'sh bash zsh ksh fish csh bat cmd mk dockerfile containerfile makefile bats',
  yaml: 'yml yaml',
  properties:
    'properties env ini conf cfg cnf config toml prefs service desktop inf reg netrc pgpass envrc npmrc pypirc tfvars',
  json: 'json json5 jsonc tfstate webmanifest avsc har postman_collection',
  xml: 'xml html htm xhtml xsd xsl xslt wsdl plist csproj vbproj vcxproj props targets nuspec resx svg jsp jspx aspx ascx cshtml xaml storyboard xib fxml config.xml',
  prose: 'md markdown mdx rst txt adoc asciidoc org tex pod man 1 2 3 4 5 6 7 8 log eml rtf textile wiki srt',
  data: 'csv tsv lock sum po pot ts.po strings sarif snap map ndjson jsonl patch diff pbxproj pem crt cer pub asc',
  other: '',
};

const styles = new Map<string, FileStyle>(
  (Object.keys(extensions) as FileStyle[]).flatMap((style) =>
    extensions[style]
      .split(' ')
      .filter(Boolean)
      .map((extension): [string, FileStyle] => [extension, style]),
  ),
);

const lockFiles =
  /(?:^|[/-])(?:package-lock\.json|npm-shrinkwrap\.json|composer\.lock|pipfile\.lock|(?:yarn|poetry|cargo|gemfile|podfile|pdm|uv|bun|berksfile|cartfile|mix|pubspec|shard|flake|deno)\.lock|[\w.-]*\.tsbuildinfo|go\.sum|packages\.lock\.json|project\.assets\.json|pnpm-lock\.ya?ml|gradle\.lockfile|verification-metadata\.xml|\.terraform\.lock\.hcl|RECORD|(?:sha|md5|b2)\d*sums?(?:\.txt)?|checksums?(?:\.txt)?|cabal\.project\.freeze)$/i;

/** File name extension in lower case, or the whole name when it has none (`dockerfile`, `.env` gives `env`). */
export function fileExtension(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1).toLowerCase();
  if (/^\.?env(?:[.-]|$)|\.env(?:\.[\w-]+)?$/.test(name)) return 'env';
  if (/^(?:docker|container)file\b/.test(name)) return 'dockerfile';
  if (/^(?:gnu)?makefile\b/.test(name)) return 'makefile';
  if (/^(?:readme|changelog|changes|news|todo|license|copying)\b/.test(name) && !/\.\w+$/.test(name)) return 'txt';
  const stem = name.replace(/\.(?:example|sample|dist|template|tmpl|default|orig|bak|old|in)$/, '');
  return stem.slice(stem.lastIndexOf('.') + 1);
}

/** Lock files and lists of checksums: their random strings are digests, and no person writes into them. */
export function isListOfDigests(path: string): boolean {
  return lockFiles.test(path);
}

export function fileStyle(path: string): FileStyle {
  return styles.get(fileExtension(path)) ?? 'other';
}
