import type { Language } from '../toolchain.ts';

export const go: Language = {
  manifest: /^go\.mod$/,
  lock: /^go\.sum$/,
  toolchain: (place) => ({
    id: 'go',
    title: 'Go',
    directory: place.directory,
    image: 'go',
    setup: (pins) => [
      [`- uses: ${pins.action('actions/setup-go')}`, 'Go'],
      '  with:',
      [`    go-version-file: ${place.path('go.mod')}`, 'the version that the module names'],
      ['    cache: false', 'what an earlier run left does not come into this one'],
    ],
    variables: [
      { name: 'GOFLAGS', value: '-mod=readonly', why: 'go.mod and go.sum decide; nothing is added on the way' },
    ],
    install: [
      { run: 'go mod download', why: 'the modules of go.sum' },
      { run: 'go mod verify', why: 'what was downloaded or cached has the hashes of go.sum' },
    ],
    lint: [
      { run: 'test -z "$(gofmt -l .)"', why: 'formatted as gofmt does' },
      { run: 'go vet ./...', why: 'mistakes that the compiler lets through' },
    ],
    build: [{ run: 'go build -trimpath -o bin/ ./...', why: 'paths of the machine stay out of the program' }],
    test: [{ run: 'go test -race ./...', why: 'the tests, with a look at data races' }],
    cache: { lock: 'go.sum', path: '.cache/go', variable: 'GOMODCACHE' },
    output: 'bin/',
  }),
};
