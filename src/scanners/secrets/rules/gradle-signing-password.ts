import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const gradleSigningPassword = defineSecret({
  id: 'secrets/gradle-signing-password',
  title: 'Key store password in a build script',
  provider: 'Gradle',
  regex: {
    // “android” opens the debug key store of every installation and “changeit” every trust store of Java.
    source: String.raw`(?:store|key|keystore|truststore|trustStore|keyStore)(?:Password|_password|\.password|Pass|-password)["']?\s{0,4}(?:=|:|\(|\s)\s{0,4}["'](?!android["']|changeit["'])(?<secret>[^"'\s$,]{3,128})["']`,
    literals: ['orePass', 'eyPass', 'ore.pass', 'ey.pass', 'ore_pass', 'ey_pass', 'ore-pass', 'ey-pass'],
    lead: 12,
    maxLength: 180,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'With the key store, often beside it, it signs releases that devices accept as updates.',
  revoke: 'Change the passwords of store and key, and read them from the environment or ~/.gradle/gradle.properties.',
  bad: [
    { path: 'app/build.gradle', code: "release {\n  storeFile file('release.jks')\n  storePassword '{secret}'\n}" },
    { path: 'app/build.gradle.kts', code: 'keyPassword = "{secret}"' },
  ],
  good: [
    { path: 'app/build.gradle', code: 'storePassword System.getenv("STORE_PASSWORD")' },
    { path: 'app/build.gradle', code: "debug { storePassword 'android' }" },
  ],
});
