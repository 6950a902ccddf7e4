import type { PipelineRule } from '../rule.ts';
import { argumentInjection } from './attacks/argument-injection.ts';
import { artifactPoisoning } from './attacks/artifact-poisoning.ts';
import { attackPath } from './attacks/attack-path.ts';
import { cachePoisoning } from './attacks/cache-poisoning.ts';
import { dotenvPoisoning } from './attacks/dotenv-poisoning.ts';
import { encodedPayload } from './attacks/encoded-payload.ts';
import { environmentName } from './attacks/environment-name.ts';
import { exfiltration } from './attacks/exfiltration.ts';
import { imageName } from './attacks/image-name.ts';
import { inputsTextual } from './attacks/inputs-textual.ts';
import { interpreterCode } from './attacks/interpreter-code.ts';
import { obfuscation } from './attacks/obfuscation.ts';
import { remoteShell } from './attacks/remote-shell.ts';
import { shellReparse } from './attacks/shell-reparse.ts';
import { trojanSource } from './attacks/trojan-source.ts';
import { webhookHost } from './attacks/webhook-host.ts';

/** What an outsider or a contributor can make the pipeline do. */
export const attacksRules: readonly PipelineRule[] = [
  attackPath,
  shellReparse,
  remoteShell,
  interpreterCode,
  argumentInjection,
  inputsTextual,
  environmentName,
  imageName,
  dotenvPoisoning,
  artifactPoisoning,
  cachePoisoning,
  exfiltration,
  webhookHost,
  encodedPayload,
  trojanSource,
  obfuscation,
];
