import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeWhole } from '../../lib/write-whole.ts';
import { InputError } from '../../model/input-error.ts';
import { renderPolicy } from '../../policy/render-policy.ts';
import { scanners } from '../../scanners/registry.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Command, Terminal } from '../command.ts';
import { refuseExisting } from '../init/refuse-existing.ts';
import { survey } from '../init/survey.ts';

const policyFile = 'portcullis.yaml';

export const initCommand: Command = {
  spec: {
    name: 'init',
    summary: 'Write a portcullis.yaml, or a whole pipeline, that fits what is in the repository.',
    usage: '[DIRECTORY]',
    details: `With --gitlab or --github it writes a pipeline with five stages of gates instead: images and actions
pinned, least rights, built once and scanned before it is published, signed, deployed by digest behind an
approval, verified, with a way back. Each line says why it is there.`,
    options: [
      { name: 'gitlab', summary: 'Write .gitlab-ci.yml.' },
      { name: 'github', summary: 'Write .github/workflows/delivery.yml.' },
      { name: 'stdout', summary: 'Print it instead of writing the file.' },
      { name: 'force', summary: 'Write over a file that is there.' },
    ],
    examples: [
      { command: 'portcullis init', note: 'Start with the default policy, and change what does not fit.' },
      { command: 'portcullis init --stdout', note: 'What would it write?' },
      { command: 'portcullis init --gitlab', note: 'Write the pipeline as well.' },
    ],
  },
  async run({ positionals, flag }, terminal) {
    if (positionals.length > 1) throw new InputError('usage', 'one directory at a time', 'portcullis init [DIRECTORY]');
    const root = resolve(terminal.cwd, positionals[0] ?? '.');
    if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
      throw new InputError('no-target', `${root} is not a directory`, 'give the top of a repository');
    }
    if (flag('gitlab') || flag('github')) {
      if (flag('gitlab') && flag('github'))
        throw new InputError('usage', 'one pipeline at a time', '--gitlab or --github');
      const { writePipeline } = await import('../init/pipeline/write-pipeline.ts');
      const platform = flag('gitlab') ? 'gitlab' : 'github';
      const paths = await listPaths(root, terminal);
      writePipeline({ root, paths, platform, print: flag('stdout'), force: flag('force') }, terminal);
      return 0;
    }
    const path = join(root, policyFile);
    if (!flag('stdout') && !flag('force')) refuseExisting(path);
    const seen = survey(root, await listPaths(root, terminal));
    const text = renderPolicy({ scanners: scanners.map((entry) => entry.id), ...seen });
    if (flag('stdout')) {
      terminal.stdout.write(text);
      return 0;
    }
    writeWhole(path, [text]);
    const found = seen.found.length === 0 ? '' : ` for ${seen.found.join(', ')}`;
    terminal.stdout.write(
      `Wrote ${path}${found}.\nNext:\n  portcullis gate build     judge what is here\n  portcullis hook install   judge every commit\n`,
    );
    return 0;
  },
};

async function listPaths(root: string, terminal: Terminal): Promise<string[]> {
  const target = await openTarget({ kind: 'directory', root }, terminal.signal, terminal.env);
  const paths: string[] = [];
  for await (const { entries } of target.list(terminal.signal)) for (const { uri } of entries) paths.push(uri);
  return paths;
}
