export type ForeignTool = 'zizmor' | 'glsec' | 'checkov';

type Names = ReadonlyMap<string, readonly string[]>;

/** @param table what the tool calls it, then our rules, each line */
function names(table: string): Names {
  return new Map(
    table
      .trim()
      .split('\n')
      .map((line): readonly [string, readonly string[]] => {
        const [id = '', ...rules] = line.trim().split(/\s+/);
        return [id, rules.map((rule) => `pipeline/${rule}`)];
      }),
  );
}

/**
 * Which of our rules look for what a rule of another tool looks for. What has no line here means nothing to us: a
 * comment that accepts an event that strangers cause does not accept what is done under it.
 */
export const foreignRules: Readonly<Record<ForeignTool, Names>> = {
  // zizmor's documentation, "Audit Rules".
  zizmor: names(`
    adhoc-packages package-unpinned lockfile-not-enforced
    archived-uses archived
    artipacked persisted-credentials
    bot-conditions spoofable-actor
    cache-poisoning cache-poisoning cache-in-release
    concurrency-limits no-concurrency-lock
    dependabot-cooldown no-cooldown
    dependabot-execution dependabot-code-execution
    excessive-permissions token-overreach oidc-unscoped-job
    github-env env-file-injection
    hardcoded-container-credentials docker-auth hardcoded-secret
    impostor-commit sha-comment-mismatch
    insecure-commands deprecated-command
    insecure-url-scheme http-url
    known-vulnerable-actions known-bad
    obfuscation obfuscation
    overprovisioned-secrets secrets-inherited
    ref-version-mismatch sha-comment-mismatch
    secrets-inherit secrets-inherited
    secrets-outside-env secret-outside-environment
    self-hosted-runner self-hosted-untrusted
    template-injection template-injection
    typosquat-uses typosquat
    unpinned-images image-mutable image-no-digest service-image
    unpinned-tools tool-unpinned package-unpinned
    unpinned-uses action-unpinned action-official-unpinned action-nested-unpinned
    unredacted-secrets secret-derived-unmasked
    unsound-condition unsound-condition
    unsound-contains unsound-condition
    use-trusted-publishing trusted-publishing
  `),
  // glsec's documentation, "Rules".
  glsec: names(`
    GL001 image-mutable image-no-digest service-image
    GL002 argument-injection shell-reparse
    GL003 include-mutable remote-include
    GL004 token-to-foreign-host
    GL005 secret-in-artifact artifact-public
    GL006 hardcoded-secret
    GL007 image-from-variable
    GL008 gate-cannot-fail
    GL009 oidc-aud-shared
    GL010 token-overreach
    GL011 download-exec
    GL012 gate-bypassable gate-scenario-gap
    GL013 deploy-any-branch
    GL014 secret-in-dotenv
    GL015 image-name
    GL016 http-url
    GL018 secret-global-scope
    GL019 no-concurrency-lock
    GL020 download-no-checksum
    GL021 secret-in-log
    GL022 package-unpinned tool-unpinned
    GL023 lockfile-not-enforced
    GL028 secret-in-artifact
    GL029 cli-password-flag
    GL030 host-key-off
    GL031 tls-off
    GL032 secret-in-log
    GL033 secret-in-log
    GL038 hardcoded-secret cli-password-flag
  `),
  // Checkov's documentation, "Policy Index", GitHub Actions and GitLab CI.
  checkov: names(`
    CKV_GHA_1 deprecated-command
    CKV_GHA_2 template-injection
    CKV_GHA_3 exfiltration
    CKV_GHA_4 exfiltration
    CKV_GHA_5 release-unsigned
    CKV_GHA_6 no-sbom
    CKV_GHA_7 template-injection
    CKV2_GHA_1 token-overreach
    CKV_GITLABCI_1 exfiltration token-to-foreign-host
    CKV_GITLABCI_2 duplicate-pipelines
  `),
};
