import type { Language } from '../toolchain.ts';

export const ruby: Language = {
  manifest: /^Gemfile$/,
  lock: /^Gemfile\.lock$/,
  toolchain(place, { paths }) {
    const hasSpecs = paths.some((path) => path.startsWith(place.path('spec/')) && path.endsWith('_spec.rb'));
    const test = hasSpecs ? 'bundle exec rspec' : place.names.has('Rakefile') ? 'bundle exec rake test' : undefined;
    return {
      id: 'ruby',
      title: 'Ruby with Bundler',
      directory: place.directory,
      image: 'ruby',
      setup: (pins) => [
        [`- uses: ${pins.action('ruby/setup-ruby')}`, 'Ruby'],
        '  with:',
        [`    working-directory: ${place.directory}`, 'where the Gemfile is'],
        place.names.has('.ruby-version')
          ? ['    ruby-version: .ruby-version', 'the version that the project names']
          : ["    ruby-version: '3.4'", 'the release line to build with'],
      ],
      install: [
        { run: 'bundle config set --local frozen true', why: 'Gemfile.lock decides, or it fails' },
        { run: 'bundle install', why: 'exactly what the lock file says' },
      ],
      lint: place.names.has('.rubocop.yml') ? [{ run: 'bundle exec rubocop', why: 'the rules of the project' }] : [],
      build: [],
      test: test === undefined ? [] : [{ run: test, why: 'the tests, also those of what must not be possible' }],
    };
  },
};
