import type { Language } from '../toolchain.ts';

export const rust: Language = {
  manifest: /^Cargo\.toml$/,
  lock: /^Cargo\.lock$/,
  toolchain: (place) => ({
    id: 'rust',
    title: 'Rust',
    directory: place.directory,
    image: 'rust',
    // Runners have rustup, which reads the project's rust-toolchain.toml.
    setup: () => [],
    install: [{ run: 'cargo fetch --locked', why: 'exactly what Cargo.lock says, checked by its hashes' }],
    lint: [
      { run: 'rustup component add rustfmt clippy', why: 'of the toolchain that is there' },
      { run: 'cargo fmt --all --check', why: 'formatted as rustfmt does' },
      { run: 'cargo clippy --locked --all-targets -- -D warnings', why: 'mistakes that the compiler lets through' },
    ],
    build: [{ run: 'cargo build --locked --release', why: 'a lock file that does not fit ends the build' }],
    test: [{ run: 'cargo test --locked', why: 'the tests, also those of what must not be possible' }],
  }),
};
