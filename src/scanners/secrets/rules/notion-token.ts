import { defineSecret } from '../define-secret.ts';

export const notionToken = defineSecret({
  id: 'secrets/notion-token',
  title: 'Notion integration token',
  provider: 'Notion',
  shape: ['ntn_<d11><A35>', 'secret_<A43>'],
  entropy: 3.8,
  gitleaks: 'notion-api-token',
  opens: 'Reads and edits all pages shared with the integration.',
  revoke: 'Refresh the secret under notion.so/my-integrations and keep the new one in a secret store.',
  bad: [{ path: 'notion.js', code: "const notion = new Client({ auth: '{secret}' });" }],
  good: [
    { path: 'notion.js', code: 'const notion = new Client({ auth: process.env.NOTION_TOKEN });' },
    { path: 'app.js', code: 'const secret_key = load("secret_manager_configuration")' },
  ],
});
