import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dice } from '../../../../bench/classifier/random.ts';
import { isPlaceholder } from './is-placeholder.ts';

const around = { left: '', right: '', path: 'config/app.yml' };

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const refused: Readonly<Record<string, string>> = {
  masks: `
    ****
    xxxxxxxxxxxxxxxx
    sk_live_xxxxxxxxxxxxxxxxxxxxxxxx
    abcd...
    ••••••••
    00000000-0000-0000-0000-000000000000`,
  sequences: `
    123456
    abcdefgh
    qwerty123
    1q2w3e4r5t
    abc123
    ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/
    abcabcabcabc
    deadbeefdeadbeef`,
  'sample words': `
    changeme
    changeme123
    your-api-key
    YOUR_API_KEY_HERE
    my-secret-token
    mysecretpassword
    test-password
    dummy-token
    fake_access_token_1
    password123
    secret123
    REPLACE_ME
    put your unique phrase here
    <generate with openssl rand -hex 32>
    P@ssw0rd
    not-so-secret-test-key
    youReallyNeedToChangeThis placeholder
    AKIAIOSFODNN7EXAMPLE`,
  references: `
    $DB_PASSWORD
    \${DB_PASSWORD}
    \${DB_PASSWORD:-}
    {{ vault_password }}
    \${{ secrets.TOKEN }}
    %CI_TOKEN%
    @DB_PASSWORD@
    #{db_password}
    $(cat /run/secrets/token)
    <%= ENV["SECRET"] %>
    <your password>
    os.environ["TOKEN"]
    process.env.TOKEN
    ENV["TOKEN"]
    System.getenv("TOKEN")
    var.db_password
    data.vault_generic_secret.db
    !Ref DbPassword
    {{resolve:secretsmanager:MySecret}}
    arn:aws:secretsmanager:eu-west-1:1:secret:x
    op://vault/item/field
    %(password)s
    {password}
    Bearer %s`,
  sealed: `
    ENC[AES256_GCM,data:fL3s1g==,iv:bJ7q,tag:x9==,type:str]
    ENC[PKCS7,MIIBeQYJKoZIhvcNAQcDoIIBajCCAWYCAQAx]
    $ANSIBLE_VAULT;1.1;AES256
    vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM13ok481zo
    {cipher}AQICAHhC5s3FZq9mFYb0xJ
    -----BEGIN PGP MESSAGE-----`,
  'public values': `
    ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7
    -----BEGIN CERTIFICATE-----
    -----BEGIN PUBLIC KEY-----
    pk_live_51H8x9y2eZvKYlo2C`,
  digests: `
    sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==
    123e4567-e89b-42d3-a456-426614174000
    $2y$10$abcdefghijklmnopqrstuuAbCdEfGhIjKlMnOpQrStUvWxYz01234
    {SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=`,
  defaults: `
    minioadmin
    guest
    vagrant
    changeit
    keyboard cat`,
  code: `
    getToken()
    user.password
    this.config.password
    auth_token
    X-Auth-Token
    passwordInput
    AUTH_TOKEN_KEY
    django.contrib.auth.hashers.Argon2PasswordHasher
    /run/secrets/db_password
    ./db_password.txt
    https://auth.example.org/oauth2/token
    application/json
    ^[A-Za-z0-9]{8,}$
    SELECT token FROM sessions
    VARCHAR(255)
    #password
    [data-test=token]
    HS256
    utf-8
    true
    null
    3600
    30s
    1.2.3
    2024-01-31`,
  prose: `
    Enter your password
    the password of the database user
    Invalid token: signature mismatch
    Mot de passe
    Passwort vergessen?
    Password:`,
};

/** Values as people and programs make them; none may be refused. */
const kept = lines(`
  Summer2024!
  vK9rtoPq2wLz
  bu7Terfly#Kiss
  correct-mule-battery-93
  T3rraform-Db
  hnzqkdvweorpxyas
  Crm#Us3r2023
  P0rtal99$
  s3rverW3b
  my-jwt-s1gning-k3y
  pr0m.Scr4pe
  Tr0ub4dor&3x
  4a7d1ed414474e4033ac29ccb8653d9b
  zaCELgL0imfnc8mVLWwsAawjYr4Rx
  dGVybWl0ZS1tb3VuZC1vcmJpdC03MQ==
`);

describe('isPlaceholder', () => {
  for (const [kind, values] of Object.entries(refused)) {
    it.each(lines(values))(`refuses ${kind}: %s`, (value) => {
      expect(isPlaceholder(value, around)).toBeTypeOf('string');
    });
  }

  it.each(kept)('keeps %s', (value) => {
    expect(isPlaceholder(value, around)).toBeUndefined();
  });

  it('keeps random values of every alphabet, also when a word turns up in them by chance', () => {
    const alphabets = ['0123456789abcdef', 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
    const dice = new Dice(11);
    for (let round = 0; round < 2000; round++) {
      const text = dice.text(dice.pick(alphabets), dice.whole(24, 64));
      const at = dice.whole(0, 20);
      const value = text.slice(0, at) + dice.pick(['test', 'fake', 'demo', 'foo', 'Key', 'abc']) + text.slice(at);
      expect(isPlaceholder(value, around)).toBeUndefined();
    }
  });

  it('sees through base64', () => {
    const encode = (text: string): string => Buffer.from(text).toString('base64');
    expect(isPlaceholder(encode('changeme123'), around)).toBe('sample words, in base64');
    expect(isPlaceholder(encode('qX4!mound-Orbit'), around)).toBeUndefined();
  });

  it('refuses what repeats its key, in any spelling', () => {
    expect(isPlaceholder('orbit-gate', { ...around, key: 'ORBIT_GATE' })).toBe('same as its key');
    expect(isPlaceholder('shop-orbit', { ...around, key: 'orbitGate.shop' })).toBe('close to its key');
    expect(isPlaceholder('isSuiteB1921x', { ...around, key: 'isSuiteB1921x' })).toBe('same as its key');
  });

  it('takes hexadecimal values for digests only where the name or the place says so', () => {
    const value = '4a7d1ed414474e4033ac29ccb8653d9b';
    expect(isPlaceholder(value, { ...around, key: 'contentHash' })).toBe('digest');
    expect(isPlaceholder(value, { ...around, key: 'apiKey' })).toBeUndefined();
    expect(isPlaceholder(value, { ...around, left: '"integrity": "' })).toBe('digest');
    expect(isPlaceholder(value, { ...around, key: 'v1', left: 'secret/v1:' })).toBe('digest');
    expect(isPlaceholder(value, { ...around, key: 'secret/v1', left: '"secret/v1": "' })).toBe('digest');
  });

  it('takes a UUID for an identifier unless its name announces a secret', () => {
    const value = '1c9e6f2a-47d3-4b58-9a60-f3e2d4c5b6a7';
    expect(isPlaceholder(value, { ...around, key: 'tenantId' })).toBe('UUID');
    expect(isPlaceholder(value, { ...around, key: 'client_secret' })).toBeUndefined();
  });

  it('does not depend on the path', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 30 }), (value, path) => {
        expect(isPlaceholder(value, { ...around, path })).toBe(isPlaceholder(value, around));
      }),
      { numRuns: 300 },
    );
  });

  it('answers for any bytes, and stays short about long ones', () => {
    const bytes = fc.uint8Array({ maxLength: 2000 }).map((array) => Buffer.from(array).toString('latin1'));
    fc.assert(
      fc.property(bytes, bytes, (value, left) => {
        const reason = isPlaceholder(value, { ...around, left: left.slice(-60) });
        expect(reason === undefined || reason.length < 60).toBe(true);
      }),
      { numRuns: 200 },
    );
    for (const unit of ['a', ' ', '-', '_', '$', '{', '(', 'a.', 'a-', 'aA', '\\d', 'x y ', '<a ']) {
      isPlaceholder(unit.repeat(50_000), around);
    }
  });
});
