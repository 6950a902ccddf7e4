import type { PipelineRule } from '../rule.ts';
import { attacksRules } from './attacks.ts';
import { configurationRules } from './configuration.ts';
import { withControls } from './covers.ts';
import { gatesRules } from './gates.ts';
import { githubRules } from './github.ts';
import { joinDialects } from './join-dialects.ts';
import { pinsRules } from './pins.ts';
import { runnersRules } from './runners.ts';
import { secretsRules } from './secrets.ts';
import { settingsRules } from './settings.ts';

/** Every rule of the scanner. A new rule is a file in the folder of its list and a line in the list. */
export const pipelineRules: readonly PipelineRule[] = withControls(
  joinDialects([
    ...configurationRules,
    ...settingsRules,
    ...pinsRules,
    ...secretsRules,
    ...gatesRules,
    ...attacksRules,
    ...githubRules,
    ...runnersRules,
  ]),
);
