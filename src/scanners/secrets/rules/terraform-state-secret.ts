import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const terraformStateSecret = defineSecret({
  id: 'secrets/terraform-state-secret',
  title: 'Secret in a Terraform state',
  provider: 'Terraform',
  regex: {
    source: String.raw`"(?:[a-z0-9_]{0,40}(?:password|passphrase|secret|secret_string|secret_binary|private_key|private_key_pem|private_key_openssh|access_key|secret_key|api_key|auth_token|connection_string|shared_key|client_secret|access_token|ses_smtp_password_v4)|token|bearer_token|result)"\s{0,2}:\s{0,2}"(?<secret>(?:[^"\\\n]|\\.){4,8000})"`,
    literals: [
      'password',
      'passphrase',
      'secret',
      'private_key',
      'access_key',
      'api_key',
      'token"',
      'connection_string',
      'shared_key',
      '"result"',
    ],
    lead: 42,
    maxLength: 8100,
    sample: drawPassword,
  },
  path: /\.tfstate(?:\.backup|\.\d+(?:\.backup)?)?$/,
  distinctive: false,
  family: 'password',
  opens:
    'A state file holds every attribute in plain text, also those marked sensitive: database passwords, keys, tokens.',
  revoke:
    'Change each of the values, move the state to an encrypted remote backend, and use ephemeral or write-only arguments for secrets.',
  references: ['https://developer.hashicorp.com/terraform/language/state/sensitive-data'],
  bad: [
    {
      path: 'prod/terraform.tfstate',
      code: '{"type": "aws_db_instance", "attributes": {"identifier": "shop", "password": "{secret}", "port": 5432}}',
    },
  ],
  good: [
    {
      path: 'terraform.tfstate',
      code: '{"attributes": {"password": null, "password_wo": null, "secret_id": "shop/db"}}',
    },
  ],
});
