import type { UseStep } from '../model/step.ts';

/** A scope of the token, as `permissions` names it. */
type Scope = string;

/**
 * Which scopes an action can need, by its documentation; the actions of this table use the token for nothing else.
 * An empty list: it does not use the token, or reads what is public.
 */
const needs: readonly { readonly action: RegExp; readonly scopes: readonly Scope[] }[] = [
  { action: /^actions\/(?:checkout|cache|cache\/(?:restore|save)|upload-artifact|upload-pages-artifact)$/, scopes: [] },
  { action: /^actions\/setup-(?:node|python|go|java|dotnet)$/, scopes: [] },
  { action: /^actions\/download-artifact$/, scopes: ['actions'] },
  { action: /^actions\/configure-pages$/, scopes: ['pages'] },
  { action: /^actions\/deploy-pages$/, scopes: ['pages', 'id-token'] },
  { action: /^actions\/labeler$/, scopes: ['pull-requests', 'issues'] },
  { action: /^actions\/stale$/, scopes: ['issues', 'pull-requests', 'actions', 'contents'] },
  { action: /^actions\/dependency-review-action$/, scopes: ['pull-requests'] },
  {
    action: /^actions\/attest(?:-build-provenance|-sbom)?$/,
    scopes: ['id-token', 'attestations', 'packages', 'artifact-metadata'],
  },
  {
    action: /^github\/codeql-action\/(?:init|autobuild|analyze|upload-sarif)$/,
    scopes: ['security-events', 'actions', 'packages'],
  },
  { action: /^ossf\/scorecard-action$/, scopes: ['security-events', 'id-token', 'actions'] },
  { action: /^docker\/setup-(?:buildx|qemu)-action$/, scopes: [] },
  { action: /^docker\/metadata-action$/, scopes: [] },
  {
    action: /^docker\/(?:login-action|build-push-action|bake-action)$/,
    scopes: ['packages', 'id-token', 'attestations'],
  },
  { action: /^aws-actions\/configure-aws-credentials$/, scopes: ['id-token'] },
  { action: /^google-github-actions\/auth$/, scopes: ['id-token'] },
  { action: /^azure\/login$/, scopes: ['id-token'] },
  { action: /^pypa\/gh-action-pypi-publish$/, scopes: ['id-token'] },
  { action: /^sigstore\/cosign-installer$/, scopes: ['id-token', 'packages'] },
  { action: /^codecov\/codecov-action$/, scopes: ['id-token'] },
  {
    action: /^(?:astral-sh\/setup-uv|pnpm\/action-setup|ruby\/setup-ruby|oven-sh\/setup-bun|denoland\/setup-deno)$/,
    scopes: [],
  },
  {
    action: /^(?:dtolnay\/rust-toolchain|swatinem\/rust-cache|gradle\/actions\/(?:setup-gradle|wrapper-validation))$/,
    scopes: [],
  },
  { action: /^(?:step-security\/harden-runner|hashicorp\/setup-terraform|azure\/setup-(?:helm|kubectl))$/, scopes: [] },
];

/** The scopes that an action can need; undefined for one that is not known. */
export function scopesNeeded({ uses }: UseStep): readonly Scope[] | undefined {
  const name = uses.text.split('@')[0]?.toLowerCase() ?? '';
  return needs.find(({ action }) => action.test(name))?.scopes;
}
