const secretWord =
  /(?:^|_)(?:pass(?:word|wd|phrase)?|pwd|secret|token|api_?key|apikey|access_?key|private_?key|signing_?key|encryption_?key|credentials?|auth|pat|sas|dsn|webhook(?:_url)?|kubeconfig|service_account|license_key)(?:$|_)|(?:PASSWORD|SECRET|TOKEN)$/i;
const harmless =
  /(?:^|_)(?:token|secret|password|key)_(?:name|id|path|file|url|type|length|ttl|expiry|policy|role)$|_(?:enabled|disabled|version|user(?:name)?|region|arn)$|^(?:CI_|GIT_|NODE_)?AUTH_(?:TYPE|METHOD|URL)$|^SECRET_DETECTION_|^(?:AWS_ACCESS_KEY_ID|.*_PUBLIC_KEY)$/i;

/** Whether a variable's name says that its value is a secret. */
export function isSecretName(name: string): boolean {
  return secretWord.test(name) && !harmless.test(name);
}
