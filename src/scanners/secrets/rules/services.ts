import type { SecretRule } from '../secret-rule.ts';
import { aiServicesRules } from './ai-services.ts';
import { commandsRules } from './commands.ts';
import { configurationRules } from './configuration.ts';
import { filesRules } from './files.ts';
import { furtherServicesRules } from './further-services.ts';
import { keysRules } from './keys.ts';
import { messagingRules } from './messaging.ts';
import { otherServicesRules } from './other-services.ts';
import { paymentsRules } from './payments.ts';
import { productivityRules } from './productivity.ts';
import { walletsRules } from './wallets.ts';

/** Messaging, mail, productivity, payment, AI and other services; keys and credentials in files. */
export const serviceRules: readonly SecretRule[] = [
  ...messagingRules,
  ...productivityRules,
  ...paymentsRules,
  ...aiServicesRules,
  ...otherServicesRules,
  ...furtherServicesRules,
  ...keysRules,
  ...walletsRules,
  ...filesRules,
  ...configurationRules,
  ...commandsRules,
];
