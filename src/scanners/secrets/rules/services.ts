import type { SecretRule } from '../secret-rule.ts';
import { slackBotToken } from './slack-bot-token.ts';

/** Messaging, mail, productivity, payment, AI and other services; keys and credentials in files. */
export const serviceRules: readonly SecretRule[] = [slackBotToken];
