import type { SecretRule } from '../secret-rule.ts';
import { basicAuthorization } from './basic-authorization.ts';
import { bearerAuthorization } from './bearer-authorization.ts';
import { clientConfigurationPassword } from './client-configuration-password.ts';
import { connectionStringPassword } from './connection-string-password.ts';
import { databaseDsnPassword } from './database-dsn-password.ts';
import { dotnetSettingSecret } from './dotnet-setting-secret.ts';
import { filezillaPassword } from './filezilla-password.ts';
import { gradleSigningPassword } from './gradle-signing-password.ts';
import { jdbcPassword } from './jdbc-password.ts';
import { jenkinsSecret } from './jenkins-secret.ts';
import { kubeconfigToken } from './kubeconfig-token.ts';
import { mavenSettingsPassword } from './maven-settings-password.ts';
import { netrcPassword } from './netrc-password.ts';
import { npmrcAuthToken } from './npmrc-auth-token.ts';
import { npmrcCredentials } from './npmrc-credentials.ts';
import { passwordHash } from './password-hash.ts';
import { postgresPasswordFile } from './postgres-password-file.ts';
import { terraformStateSecret } from './terraform-state-secret.ts';
import { urlCredentials } from './url-credentials.ts';

/** Credentials in the formats of URLs, protocols, tools and their configuration files. */
export const filesRules: readonly SecretRule[] = [
  basicAuthorization,
  bearerAuthorization,
  clientConfigurationPassword,
  connectionStringPassword,
  databaseDsnPassword,
  dotnetSettingSecret,
  filezillaPassword,
  gradleSigningPassword,
  jdbcPassword,
  jenkinsSecret,
  kubeconfigToken,
  mavenSettingsPassword,
  netrcPassword,
  npmrcAuthToken,
  npmrcCredentials,
  passwordHash,
  postgresPasswordFile,
  terraformStateSecret,
  urlCredentials,
];
