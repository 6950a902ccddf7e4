import type { Command, Language, Place, ProjectFiles } from '../toolchain.ts';

export const php: Language = {
  manifest: /^composer\.json$/,
  lock: /^composer\.lock$/,
  toolchain: (place, files) => ({
    id: 'php',
    title: 'PHP with Composer',
    directory: place.directory,
    image: 'php',
    // Runners have PHP and Composer.
    setup: () => [],
    install: [
      {
        run: 'composer install --no-interaction --no-progress --prefer-dist --no-scripts',
        why: 'exactly what the lock file says; scripts do not run',
      },
    ],
    lint: [{ run: 'composer validate --strict --no-interaction', why: 'the lock file fits composer.json' }],
    build: [],
    test: testing(place, files),
  }),
};

function testing(place: Place, files: ProjectFiles): readonly Command[] {
  const why = 'the tests, also those of what must not be possible';
  if (/"test"\s*:/.test(files.read(place.path('composer.json')))) return [{ run: 'composer run test', why }];
  const hasUnit = place.names.has('phpunit.xml') || place.names.has('phpunit.xml.dist');
  return hasUnit ? [{ run: 'vendor/bin/phpunit', why }] : [];
}
