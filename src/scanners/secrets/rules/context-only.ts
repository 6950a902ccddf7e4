import type { SecretRule } from '../secret-rule.ts';
import { algoliaAdminKey } from './context/algolia-admin-key.ts';
import { assemblyaiApiKey } from './context/assemblyai-api-key.ts';
import { azureApimSubscriptionKey } from './context/azure-apim-subscription-key.ts';
import { azureOpenaiKey } from './context/azure-openai-key.ts';
import { bitbucketOauthSecret } from './context/bitbucket-oauth-secret.ts';
import { bitlyToken } from './context/bitly-token.ts';
import { cloudflareApiToken } from './context/cloudflare-api-token.ts';
import { cloudflareGlobalApiKey } from './context/cloudflare-global-api-key.ts';
import { codecovToken } from './context/codecov-token.ts';
import { cohereApiKey } from './context/cohere-api-key.ts';
import { coinbaseApiSecret } from './context/coinbase-api-secret.ts';
import { confluentSecret } from './context/confluent-secret.ts';
import { datadogApiKey } from './context/datadog-api-key.ts';
import { datadogAppKey } from './context/datadog-app-key.ts';
import { deepgramApiKey } from './context/deepgram-api-key.ts';
import { discordClientSecret } from './context/discord-client-secret.ts';
import { dropboxAppSecret } from './context/dropbox-app-secret.ts';
import { etsyApiKey } from './context/etsy-api-key.ts';
import { fastlyApiToken } from './context/fastly-api-token.ts';
import { flickrApiKey } from './context/flickr-api-key.ts';
import { freshbooksToken } from './context/freshbooks-token.ts';
import { giteaToken } from './context/gitea-token.ts';
import { githubOauthSecret } from './context/github-oauth-secret.ts';
import { herokuLegacyApiKey } from './context/heroku-legacy-api-key.ts';
import { ibmCloudApiKey } from './context/ibm-cloud-api-key.ts';
import { influxdbToken } from './context/influxdb-token.ts';
import { jfrogIdentityToken } from './context/jfrog-identity-token.ts';
import { krakenPrivateKey } from './context/kraken-private-key.ts';
import { launchdarklyToken } from './context/launchdarkly-token.ts';
import { lineChannelToken } from './context/line-channel-token.ts';
import { mattermostToken } from './context/mattermost-token.ts';
import { merakiApiKey } from './context/meraki-api-key.ts';
import { mistralApiKey } from './context/mistral-api-key.ts';
import { oktaApiToken } from './context/okta-api-token.ts';
import { openweatherApiKey } from './context/openweather-api-key.ts';
import { postmarkToken } from './context/postmark-token.ts';
import { scalewaySecretKey } from './context/scaleway-secret-key.ts';
import { sendbirdApiToken } from './context/sendbird-api-token.ts';
import { sentryLegacyToken } from './context/sentry-legacy-token.ts';
import { shortcutToken } from './context/shortcut-token.ts';
import { snykToken } from './context/snyk-token.ts';
import { spotifyClientSecret } from './context/spotify-client-secret.ts';
import { squarespaceApiKey } from './context/squarespace-api-key.ts';
import { trelloApiKey } from './context/trello-api-key.ts';
import { twilioAuthToken } from './context/twilio-auth-token.ts';
import { twitchToken } from './context/twitch-token.ts';
import { wandbLegacyApiKey } from './context/wandb-legacy-api-key.ts';
import { webflowToken } from './context/webflow-token.ts';
import { xConsumerSecret } from './context/x-consumer-secret.ts';
import { zendeskToken } from './context/zendesk-token.ts';

/** Formats without any mark of their own, recognised by the name they are assigned to. */
export const contextRules: readonly SecretRule[] = [
  algoliaAdminKey,
  assemblyaiApiKey,
  azureOpenaiKey,
  azureApimSubscriptionKey,
  bitbucketOauthSecret,
  codecovToken,
  datadogApiKey,
  discordClientSecret,
  fastlyApiToken,
  flickrApiKey,
  mistralApiKey,
  openweatherApiKey,
  spotifyClientSecret,
  trelloApiKey,
  twilioAuthToken,
  bitlyToken,
  cloudflareGlobalApiKey,
  cloudflareApiToken,
  cohereApiKey,
  datadogAppKey,
  deepgramApiKey,
  giteaToken,
  githubOauthSecret,
  launchdarklyToken,
  merakiApiKey,
  sendbirdApiToken,
  wandbLegacyApiKey,
  zendeskToken,
  coinbaseApiSecret,
  confluentSecret,
  freshbooksToken,
  jfrogIdentityToken,
  sentryLegacyToken,
  webflowToken,
  herokuLegacyApiKey,
  postmarkToken,
  scalewaySecretKey,
  shortcutToken,
  snykToken,
  squarespaceApiKey,
  dropboxAppSecret,
  etsyApiKey,
  mattermostToken,
  twitchToken,
  oktaApiToken,
  ibmCloudApiKey,
  xConsumerSecret,
  krakenPrivateKey,
  influxdbToken,
  lineChannelToken,
];
