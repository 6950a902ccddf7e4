import type { Language } from '../toolchain.ts';

export const dotnet: Language = {
  manifest: /\.(?:slnx?|csproj|fsproj)$/,
  lock: /^packages\.lock\.json$/,
  toolchain(place, { paths }) {
    const isLocked = paths.some((path) => /(?:^|\/)packages\.lock\.json$/.test(path));
    return {
      id: 'dotnet',
      title: '.NET',
      directory: place.directory,
      image: 'dotnet',
      setup: (pins) => [
        [`- uses: ${pins.action('actions/setup-dotnet')}`, '.NET'],
        '  with:',
        place.names.has('global.json')
          ? [`    global-json-file: ${place.path('global.json')}`, 'the version that the project names']
          : ['    dotnet-version: 10.0.x', 'the release line to build with'],
      ],
      install: [
        isLocked
          ? { run: 'dotnet restore --locked-mode', why: 'exactly what packages.lock.json says, checked by its hashes' }
          : { run: 'dotnet restore', why: 'set RestorePackagesWithLockFile, then add --locked-mode here' },
      ],
      lint: [{ run: 'dotnet format --no-restore --verify-no-changes', why: 'formatted as the project says' }],
      build: [{ run: 'dotnet build --no-restore --configuration Release', why: 'nothing is fetched any more' }],
      test: [{ run: 'dotnet test --no-restore --configuration Release', why: 'the tests' }],
    };
  },
};
