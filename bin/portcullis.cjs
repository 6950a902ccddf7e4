#!/usr/bin/env node
'use strict';
// Kept to the two cases where start-up time is felt, each answered before anything else is loaded.
const [command, subcommand] = process.argv.slice(2);
if (command === '--version' || command === '-V') {
  process.stdout.write(`${require('../package.json').version}\n`);
} else if (command === 'hook' && subcommand === 'run') {
  require('../dist/cli/hook.cjs');
} else {
  void import('../dist/cli/start.js');
}
