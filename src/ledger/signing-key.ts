import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeWhole } from '../lib/write-whole.ts';
import { InputError } from '../model/input-error.ts';

/** Where this user's key lies (XDG Base Directory Specification, `XDG_CONFIG_HOME`). */
export function signingKeyPath(env: NodeJS.ProcessEnv): string {
  const given = env['XDG_CONFIG_HOME'] ?? '';
  const config = given === '' ? join(env['HOME'] ?? homedir(), '.config') : given;
  return join(config, 'portcullis', 'signing-key.pem');
}

/**
 * This user's Ed25519 key, made on first use and readable by nobody else.
 * @throws InputError when others can read it
 */
export function signingKey(path: string): KeyObject {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeWhole(path, [privateKey.export({ format: 'pem', type: 'pkcs8' })], 0o600);
    chmodSync(path, 0o600);
    return privateKey;
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new InputError('key-permissions', `${path} can be read by others`, `chmod 600 ${path}`);
  }
  return createPrivateKey(readFileSync(path));
}
