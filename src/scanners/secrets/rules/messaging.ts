import type { SecretRule } from '../secret-rule.ts';
import { ablyApiKey } from './ably-api-key.ts';
import { brevoApiKey } from './brevo-api-key.ts';
import { courierAuthToken } from './courier-auth-token.ts';
import { dingtalkWebhook } from './dingtalk-webhook.ts';
import { discordBotToken } from './discord-bot-token.ts';
import { discordWebhook } from './discord-webhook.ts';
import { feishuWebhook } from './feishu-webhook.ts';
import { googleChatWebhook } from './google-chat-webhook.ts';
import { iftttWebhook } from './ifttt-webhook.ts';
import { intercomAccessToken } from './intercom-access-token.ts';
import { klaviyoPrivateKey } from './klaviyo-private-key.ts';
import { larkAppSecret } from './lark-app-secret.ts';
import { logicAppsTrigger } from './logic-apps-trigger.ts';
import { mailchimpApiKey } from './mailchimp-api-key.ts';
import { mailersendToken } from './mailersend-token.ts';
import { mailgunApiKey } from './mailgun-api-key.ts';
import { mailgunPrivateKey } from './mailgun-private-key.ts';
import { mandrillApiKey } from './mandrill-api-key.ts';
import { matrixAccessToken } from './matrix-access-token.ts';
import { mattermostWebhook } from './mattermost-webhook.ts';
import { onesignalApiKey } from './onesignal-api-key.ts';
import { pubnubSecretKey } from './pubnub-secret-key.ts';
import { resendApiKey } from './resend-api-key.ts';
import { sendgridApiKey } from './sendgrid-api-key.ts';
import { slackAppToken } from './slack-app-token.ts';
import { slackBotToken } from './slack-bot-token.ts';
import { slackBrowserToken } from './slack-browser-token.ts';
import { slackConfigurationToken } from './slack-configuration-token.ts';
import { slackLegacyToken } from './slack-legacy-token.ts';
import { slackUserToken } from './slack-user-token.ts';
import { slackWebhook } from './slack-webhook.ts';
import { teamsWebhook } from './teams-webhook.ts';
import { telegramBotToken } from './telegram-bot-token.ts';
import { twilioApiKey } from './twilio-api-key.ts';
import { twitchChatToken } from './twitch-chat-token.ts';
import { wecomWebhook } from './wecom-webhook.ts';
import { zapierWebhook } from './zapier-webhook.ts';

/** Chat, mail, push and their webhooks. */
export const messagingRules: readonly SecretRule[] = [
  ablyApiKey,
  brevoApiKey,
  courierAuthToken,
  dingtalkWebhook,
  discordBotToken,
  discordWebhook,
  feishuWebhook,
  googleChatWebhook,
  iftttWebhook,
  intercomAccessToken,
  klaviyoPrivateKey,
  larkAppSecret,
  logicAppsTrigger,
  mailchimpApiKey,
  mailersendToken,
  mailgunApiKey,
  mailgunPrivateKey,
  mandrillApiKey,
  matrixAccessToken,
  mattermostWebhook,
  onesignalApiKey,
  pubnubSecretKey,
  resendApiKey,
  sendgridApiKey,
  slackAppToken,
  slackBotToken,
  slackBrowserToken,
  slackConfigurationToken,
  slackLegacyToken,
  slackUserToken,
  slackWebhook,
  teamsWebhook,
  telegramBotToken,
  twilioApiKey,
  twitchChatToken,
  wecomWebhook,
  zapierWebhook,
];
