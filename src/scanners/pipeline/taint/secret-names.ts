const secretWords =
  /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|PASSWRD|PWD|PASS|SECRET|SECRETS|TOKEN|APIKEY|API_KEY|ACCESS_KEY|PRIVATE_KEY|SSH_KEY|DEPLOY_KEY|SIGNING_KEY|ENCRYPTION_KEY|GPG_KEY|SA_KEY|KEY_JSON|MASTER_KEY|LICENSE_KEY|CREDENTIAL|CREDENTIALS|CREDS|PAT|AUTH_CONFIG|CONNECTION_STRING|CONN_STR|WEBHOOK_URL|SLACK_WEBHOOK|SERVICE_ACCOUNT_KEY)(?:_?\d+)?(?:_(?:PROD|PRODUCTION|STAGING|STAGE|DEV|DEVELOPMENT|TEST|QA|UAT|RW|RO|B64|BASE64|JSON|VALUE|DEFAULT|OLD|NEW))?$/;

/** Names that contain such a word and hold something else: where a secret is, what it is called, when it ends. */
const others =
  /^(?:PWD|OLDPWD|GITHUB_PAT_URL|CI_PROJECT_PATH|PAT|PASS|AUTH|SECRETS?|TOKENS?|SSH_AUTH_SOCK|GITHUB_TOKEN_PERMISSIONS)$|(?:^|_)(?:PUBLIC|NUM|MAX|MIN|ENABLE|ENABLED|DISABLE|SKIP|USE|HAS|IS|NO|WITH|VERIFY|REQUIRE|CHECK|ALLOW)_|(?:^|_)(?:CURRENT|WORKING|OLD|SCRIPT|BUILD|ROOT|BASE|SRC)_?PWD$|_SECRET_DETECTION/;

/**
 * Whether a variable's name says that its value is secret. Case does not count. `SECRET_NAME`, `TOKEN_URL` or
 * `PUBLIC_KEY` do not say so.
 */
export function isSecretName(name: string): boolean {
  if (name.length > 200) return false;
  const upper = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase();
  return secretWords.test(upper) && !others.test(upper);
}
