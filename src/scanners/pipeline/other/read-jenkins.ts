import type { SourceText } from '../../../lib/text/source-text.ts';
import { YamlMap, type YamlScalar } from '../../../lib/yaml/node.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { ImageUse } from '../model/image-use.ts';
import type { Step } from '../model/step.ts';
import { tokenizeGroovy, type GroovyToken } from './groovy-tokens.ts';
import { runStep } from './thin-pipeline.ts';

const shells = new Map([
  ['sh', 'bash'],
  ['bat', 'cmd'],
  ['powershell', 'pwsh'],
  ['pwsh', 'pwsh'],
] as const);

/** A Jenkinsfile ("Pipeline syntax"): `sh`, `bat`, `powershell` and `pwsh` steps and the images of docker agents. */
export function readJenkinsfile(source: SourceText): Pipeline {
  const tokens = tokenizeGroovy(source.text);
  const whole = { source, start: 0, end: source.text.length };
  const body = new YamlMap([], whole);
  const steps: Step[] = [];
  const images: ImageUse[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue;
    const argument = textArgument(tokens, index);
    if (!argument) continue;
    const scalar = toScalar(source, argument);
    const shell = shells.get(token.text as 'sh');
    if (shell) steps.push(runStep(scalar, shell));
    else if (token.text === 'image')
      images.push({ role: 'job', reference: scalar, ...(!argument.interpolates && { resolved: scalar.text }) });
  }
  const job = { name: 'pipeline', at: whole, body, steps, images, variables: [], identityTokens: [], runner: [] };
  return {
    dialect: 'jenkins',
    source,
    thin: true,
    document: body,
    jobs: [job],
    variables: [],
    holes: [],
    problems: [],
  };
}

/** `sh 'x'`, `sh('x')`, `sh(script: 'x', returnStdout: true)`. */
function textArgument(tokens: readonly GroovyToken[], index: number): GroovyToken | undefined {
  let at = index + 1;
  if (tokens[at]?.text === '(') at++;
  if (tokens[at]?.kind === 'text') return tokens[at];
  for (let steps = 0; steps < 12; steps++, at++) {
    const token = tokens[at];
    if (!token || token.text === ')' || token.text === '{') return undefined;
    if (token.text === 'script' && tokens[at + 1]?.text === ':' && tokens[at + 2]?.kind === 'text')
      return tokens[at + 2];
  }
  return undefined;
}

function toScalar(source: SourceText, { text, start, end }: GroovyToken): YamlScalar {
  return { kind: 'scalar', value: text, text, style: 'plain', range: { source, start, end } };
}
