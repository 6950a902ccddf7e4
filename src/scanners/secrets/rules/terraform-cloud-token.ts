import { defineSecret } from '../define-secret.ts';

export const terraformCloudToken = defineSecret({
  id: 'secrets/terraform-cloud-token',
  title: 'HCP Terraform token',
  provider: 'HashiCorp',
  shape: '<A14>.atlasv1.<w60-70>',
  severity: 'critical',
  gitleaks: 'hashicorp-tf-api-token',
  opens:
    "It runs plans and applies in the organisation's workspaces and reads their state, which holds every generated password and key in plain text.",
  revoke:
    "Delete it under User settings → Tokens (or the team's or organisation's API tokens). Give pipelines a team token and providers dynamic credentials.",
  bad: [
    { path: '.terraformrc', code: 'credentials "app.terraform.io" {\n  token = "{secret}"\n}' },
    { path: '.env', code: 'TFE_TOKEN={secret}' },
  ],
  good: [
    { path: '.terraformrc', code: 'credentials "app.terraform.io" {\n  token = "xxxxxx.atlasv1.zzzzzzzzzzzzz"\n}' },
    { path: 'ci.yml', code: 'TF_TOKEN_app_terraform_io: ${{ secrets.TFE_TOKEN }}' },
  ],
});
