import type { SecretRule } from '../secret-rule.ts';
import { ansibleConnectionPassword } from './ansible-connection-password.ts';
import { databaseCallPassword } from './database-call-password.ts';
import { djangoSecretKey } from './django-secret-key.ts';
import { dotnetMachineKey } from './dotnet-machine-key.ts';
import { fernetKey } from './fernet-key.ts';
import { groupPolicyPassword } from './group-policy-password.ts';
import { jaasPassword } from './jaas-password.ts';
import { juniperSecret } from './juniper-secret.ts';
import { kubernetesSecret } from './kubernetes-secret.ts';
import { laravelAppKey } from './laravel-app-key.ts';
import { networkCredential } from './network-credential.ts';
import { networkDevicePassword } from './network-device-password.ts';
import { networkLoginPassword } from './network-login-password.ts';
import { osInstallPassword } from './os-install-password.ts';
import { phpApplicationKey } from './php-application-key.ts';
import { postfixSaslPassword } from './postfix-sasl-password.ts';
import { proxyPassword } from './proxy-password.ts';
import { railsSecretKeyBase } from './rails-secret-key-base.ts';
import { recordedSessionCookie } from './recorded-session-cookie.ts';
import { redisPassword } from './redis-password.ts';
import { secureString } from './secure-string.ts';
import { snmpCommunity } from './snmp-community.ts';
import { sqlPassword } from './sql-password.ts';
import { unattendPassword } from './unattend-password.ts';
import { wifiPassphrase } from './wifi-passphrase.ts';
import { wordpressSalt } from './wordpress-salt.ts';

/** Secrets in the configuration and code of applications, databases, devices and installers. */
export const configurationRules: readonly SecretRule[] = [
  ansibleConnectionPassword,
  databaseCallPassword,
  djangoSecretKey,
  dotnetMachineKey,
  fernetKey,
  groupPolicyPassword,
  jaasPassword,
  juniperSecret,
  kubernetesSecret,
  laravelAppKey,
  networkCredential,
  networkDevicePassword,
  networkLoginPassword,
  osInstallPassword,
  phpApplicationKey,
  postfixSaslPassword,
  proxyPassword,
  railsSecretKeyBase,
  recordedSessionCookie,
  redisPassword,
  secureString,
  snmpCommunity,
  sqlPassword,
  unattendPassword,
  wifiPassphrase,
  wordpressSalt,
];
