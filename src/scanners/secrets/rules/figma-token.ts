import { defineSecret } from '../define-secret.ts';

export const figmaToken = defineSecret({
  id: 'secrets/figma-token',
  title: 'Figma token',
  provider: 'Figma',
  shape: 'fig[dpour]_<w38-54>',
  opens: 'Reads the design files its owner can open, comments included, and may change variables and webhooks.',
  revoke: 'Revoke it under Settings → Security → Personal access tokens.',
  bad: [{ path: 'icons.mjs', code: "const headers = { 'X-Figma-Token': '{secret}' };" }],
  good: [{ path: 'icons.mjs', code: "const headers = { 'X-Figma-Token': process.env.FIGMA_TOKEN };" }],
});
