import type { YamlNode, YamlScalar } from '../../../../lib/yaml/node.ts';

/** Files that hold credentials or what is as good: environments, state and plans, keys, configurations of clients. */
const sensitive: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /(?:^|\/)\.env(?:\.(?!example|sample|template|dist)[\w-]+)?$/, what: 'an environment file' },
  { pattern: /\.tfstate(?:\.backup)?$/, what: 'Terraform state, with all values in the clear' },
  {
    pattern: /(?:^|\/)(?:tf)?plan(?:\.(?:out|cache|tfplan|binary))?$|\.tfplan$|(?:^|\/)plan\.cache$/,
    what: 'a Terraform plan, with all values in the clear',
  },
  { pattern: /(?:^|\/)(?:\.?kube\/?config|kubeconfig(?:\.ya?ml)?|\.kube\/?)$/, what: 'credentials of a cluster' },
  {
    pattern:
      /(?:^|\/)(?:\.npmrc|\.yarnrc\.yml|\.pypirc|\.netrc|\.git-credentials|\.docker(?:\/config\.json)?|auth\.json)$/,
    what: 'credentials of a client',
  },
  {
    pattern: /(?:^|\/)\.(?:aws|azure|ssh|gnupg|config\/gcloud)\/?(?:$|credentials|id_\w+)/,
    what: 'credentials of a client',
  },
  {
    pattern:
      /(?:^|\/)(?:id_rsa|id_ed25519|[\w-]*private[\w-]*\.(?:pem|key)|service[-_]?account[\w-]*\.json|gcp[-_]?key[\w-]*\.json|credentials\.json)$/,
    what: 'a private key',
  },
];

/** What a path names that should not be kept; undefined for other paths. */
export function sensitiveFile(path: string): string | undefined {
  return sensitive.find(({ pattern }) => pattern.test(path))?.what;
}

/** Whether the path takes in everything of the checkout or of the home directory. */
export function takesAll(path: string): boolean {
  return /^(?:\.|\.\/|\*|\*\*|\*\*\/\*|\.\/\*|\.\/\*\*|\$\{?CI_PROJECT_DIR\}?\/?|\$\{\{\s*github\.workspace\s*\}\})$/.test(
    path,
  );
}

/** Whether the path is a home directory as a whole. */
export function takesHome(path: string): boolean {
  return /^(?:~|\$\{?HOME\}?|\/root|\/home\/\w+)\/?\*{0,2}$/.test(path);
}

/** The paths of a value: items of a list, or lines of a text. */
export function pathsIn(
  nodes: readonly YamlNode[],
): readonly { readonly path: string; readonly at: YamlScalar['range'] }[] {
  return nodes.flatMap((node) =>
    node.kind === 'scalar'
      ? node.text
          .split('\n')
          .flatMap((line) =>
            line.trim() === '' || line.trim().startsWith('!') ? [] : [{ path: line.trim(), at: node.range }],
          )
      : [],
  );
}
