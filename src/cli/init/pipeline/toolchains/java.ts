import type { Language, Toolchain } from '../toolchain.ts';

const setup: Toolchain['setup'] = (pins) => [
  [`- uses: ${pins.action('actions/setup-java')}`, 'Java'],
  '  with:',
  ['    distribution: temurin', 'the build of the Eclipse foundation'],
  ["    java-version: '21'", 'the release line to build with'],
];

/** Maven and Gradle. */
export const java: Language = {
  manifest: /^(?:pom\.xml|build\.gradle(?:\.kts)?)$/,
  lock: /^gradle\.lockfile$/,
  toolchain(place, { paths }) {
    const common = { directory: place.directory, image: 'java', setup, install: [], lint: [] } as const;
    if (place.names.has('pom.xml')) {
      const maven = `${place.names.has('mvnw') ? 'sh ./mvnw' : 'mvn'} --batch-mode --no-transfer-progress --strict-checksums`;
      return {
        ...common,
        id: 'java',
        title: 'Java with Maven',
        build: [{ run: `${maven} -DskipTests package`, why: 'a download whose checksum is wrong ends the build' }],
        test: [{ run: `${maven} verify`, why: 'the tests, also those of what must not be possible' }],
        junit: 'target/surefire-reports/TEST-*.xml',
        output: 'target/*.jar',
      };
    }
    const gradle = `${place.names.has('gradlew') ? 'sh ./gradlew' : 'gradle'} --no-daemon`;
    const isVerified = paths.includes(place.path('gradle/verification-metadata.xml'));
    const strict = isVerified ? ' --dependency-verification strict' : '';
    const verified = isVerified
      ? 'a download that is not as its metadata says ends the build'
      : 'write gradle/verification-metadata.xml, then add --dependency-verification strict here';
    return {
      ...common,
      id: 'java',
      title: 'Java with Gradle',
      build: [{ run: `${gradle}${strict} assemble`, why: verified }],
      test: [{ run: `${gradle}${strict} check`, why: 'the tests, also those of what must not be possible' }],
      junit: 'build/test-results/test/TEST-*.xml',
      output: 'build/libs/*.jar',
    };
  },
};
