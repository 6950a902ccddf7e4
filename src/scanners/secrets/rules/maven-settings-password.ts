import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const mavenSettingsPassword = defineSecret({
  id: 'secrets/maven-settings-password',
  title: 'Password in Maven settings',
  provider: 'Maven',
  regex: {
    source: String.raw`<(?:(?:password|passphrase)>\s{0,4}|master>\s{0,4}\{?)(?<secret>[^<>\s{}]{3,300})\}?\s{0,4}</(?:password|passphrase|master)>`,
    literals: ['<password>', '<passphrase>', '<master>'],
    lead: 0,
    maxLength: 340,
    sample: drawPassword,
  },
  path: /(?:^|[/!.])settings(?:-[\w-]+)?\.xml$/,
  distinctive: false,
  family: 'password',
  opens:
    'Deploys to the repository of the server entry, from where builds take their dependencies. The master password opens the encrypted ones, and its own encryption has a key that everyone knows.',
  revoke: 'Change the password and write `${env.MAVEN_PASSWORD}` in settings.xml.',
  references: ['https://maven.apache.org/guides/mini/guide-encryption.html'],
  bad: [
    {
      path: '.m2/settings.xml',
      code: '<server><id>releases</id><username>ci</username><password>{secret}</password></server>',
    },
    { path: 'settings-security.xml', code: '<settingsSecurity><master>{{secret}}</master></settingsSecurity>' },
  ],
  good: [
    { path: '.m2/settings.xml', code: '<server><id>releases</id><password>${env.MAVEN_PASSWORD}</password></server>' },
    {
      path: '.m2/settings.xml',
      code: '<server><id>releases</id><password>{kYp0Q7vRz3tJm2nWc8xLbA5uHs4=}</password></server>',
    },
  ],
});
