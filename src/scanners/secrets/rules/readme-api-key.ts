import { defineSecret } from '../define-secret.ts';

export const readmeApiKey = defineSecret({
  id: 'secrets/readme-api-key',
  title: 'ReadMe API key',
  provider: 'ReadMe',
  shape: 'rdme_<l70>',
  gitleaks: 'readme-api-token',
  opens: 'Changes the published API documentation.',
  revoke: 'Delete it in the project’s API keys settings.',
  bad: [{ path: 'docs.yml', code: '        run: rdme openapi upload --key={secret}' }],
  good: [{ path: 'docs.yml', code: '        run: rdme openapi upload --key=${{ secrets.README_API_KEY }}' }],
});
