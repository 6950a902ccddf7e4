#!/bin/sh
# Tags the release and writes the notes.
set -eu
version=$(node -p "require('./package.json').version")
export GITHUB_TOKEN={secret:secrets/github-token}
git tag "v$version"
gh release create "v$version" --generate-notes
