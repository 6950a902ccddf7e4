import type { SecretRule } from '../secret-rule.ts';
import { accountCommandPassword } from './account-command-password.ts';
import { curlCredentials } from './curl-credentials.ts';
import { databaseCommandPassword } from './database-command-password.ts';
import { keyCommandPassword } from './key-command-password.ts';
import { loginCommandPassword } from './login-command-password.ts';
import { remoteCommandPassword } from './remote-command-password.ts';
import { toolPasswordVariable } from './tool-password-variable.ts';

/** Passwords on command lines and in the variables that commands read. */
export const commandsRules: readonly SecretRule[] = [
  accountCommandPassword,
  curlCredentials,
  databaseCommandPassword,
  keyCommandPassword,
  loginCommandPassword,
  remoteCommandPassword,
  toolPasswordVariable,
];
