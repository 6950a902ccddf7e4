import type { SecretRule } from '../secret-rule.ts';
import { adafruitIoKey } from './adafruit-io-key.ts';
import { aivenServicePassword } from './aiven-service-password.ts';
import { aivenToken } from './aiven-token.ts';
import { alchemyUrl } from './alchemy-url.ts';
import { appleAppPassword } from './apple-app-password.ts';
import { authressAccessKey } from './authress-access-key.ts';
import { axiomToken } from './axiom-token.ts';
import { bitwardenAccessToken } from './bitwarden-access-token.ts';
import { blueskyAppPassword } from './bluesky-app-password.ts';
import { checklyApiKey } from './checkly-api-key.ts';
import { chromaticProjectToken } from './chromatic-project-token.ts';
import { convexDeployKey } from './convex-deploy-key.ts';
import { coralogixKey } from './coralogix-key.ts';
import { dbtCloudToken } from './dbt-cloud-token.ts';
import { denoDeployToken } from './deno-deploy-token.ts';
import { depotToken } from './depot-token.ts';
import { ebayProductionKey } from './ebay-production-key.ts';
import { facebookAccessToken } from './facebook-access-token.ts';
import { facebookAppToken } from './facebook-app-token.ts';
import { harnessToken } from './harness-token.ts';
import { hcaptchaSecret } from './hcaptcha-secret.ts';
import { honeycombApiKey } from './honeycomb-api-key.ts';
import { infisicalServiceToken } from './infisical-service-token.ts';
import { infuraProjectUrl } from './infura-project-url.ts';
import { inngestSigningKey } from './inngest-signing-key.ts';
import { instagramToken } from './instagram-token.ts';
import { intra42Secret } from './intra42-secret.ts';
import { ionicToken } from './ionic-token.ts';
import { lichessToken } from './lichess-token.ts';
import { linkedinToken } from './linkedin-token.ts';
import { liveblocksSecretKey } from './liveblocks-secret-key.ts';
import { mapboxSecretToken } from './mapbox-secret-token.ts';
import { maxmindLicenceKey } from './maxmind-licence-key.ts';
import { mergifyKey } from './mergify-key.ts';
import { octopusApiKey } from './octopus-api-key.ts';
import { oryToken } from './ory-token.ts';
import { packagistToken } from './packagist-token.ts';
import { percyToken } from './percy-token.ts';
import { quicknodeUrl } from './quicknode-url.ts';
import { recaptchaSecret } from './recaptcha-secret.ts';
import { riotApiKey } from './riot-api-key.ts';
import { samsaraToken } from './samsara-token.ts';
import { settlemintToken } from './settlemint-token.ts';
import { sidekiqCredentials } from './sidekiq-credentials.ts';
import { socketApiKey } from './socket-api-key.ts';
import { telnyxApiKey } from './telnyx-api-key.ts';
import { tencentCloudId } from './tencent-cloud-id.ts';
import { thunderstoreToken } from './thunderstore-token.ts';
import { tinybirdToken } from './tinybird-token.ts';
import { triggerDevKey } from './trigger-dev-key.ts';
import { turnstileSecretKey } from './turnstile-secret-key.ts';
import { ubidotsToken } from './ubidots-token.ts';
import { volcengineAccessKey } from './volcengine-access-key.ts';
import { wakatimeKey } from './wakatime-key.ts';
import { xAccessToken } from './x-access-token.ts';
import { xBearerToken } from './x-bearer-token.ts';
import { xataApiKey } from './xata-api-key.ts';
import { zuploApiKey } from './zuplo-api-key.ts';

/** Social networks, devices, developer tools and everything else. */
export const otherServicesRules: readonly SecretRule[] = [
  adafruitIoKey,
  aivenServicePassword,
  aivenToken,
  alchemyUrl,
  appleAppPassword,
  authressAccessKey,
  axiomToken,
  bitwardenAccessToken,
  blueskyAppPassword,
  checklyApiKey,
  chromaticProjectToken,
  convexDeployKey,
  coralogixKey,
  dbtCloudToken,
  denoDeployToken,
  depotToken,
  ebayProductionKey,
  facebookAccessToken,
  facebookAppToken,
  harnessToken,
  hcaptchaSecret,
  honeycombApiKey,
  infisicalServiceToken,
  infuraProjectUrl,
  inngestSigningKey,
  instagramToken,
  intra42Secret,
  ionicToken,
  lichessToken,
  linkedinToken,
  liveblocksSecretKey,
  mapboxSecretToken,
  maxmindLicenceKey,
  mergifyKey,
  octopusApiKey,
  oryToken,
  packagistToken,
  percyToken,
  quicknodeUrl,
  recaptchaSecret,
  riotApiKey,
  samsaraToken,
  settlemintToken,
  sidekiqCredentials,
  socketApiKey,
  telnyxApiKey,
  tencentCloudId,
  thunderstoreToken,
  tinybirdToken,
  triggerDevKey,
  turnstileSecretKey,
  ubidotsToken,
  volcengineAccessKey,
  wakatimeKey,
  xAccessToken,
  xBearerToken,
  xataApiKey,
  zuploApiKey,
];
