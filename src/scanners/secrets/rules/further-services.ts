import type { SecretRule } from '../secret-rule.ts';
import { anyscaleApiKey } from './anyscale-api-key.ts';
import { appwriteApiKey } from './appwrite-api-key.ts';
import { backblazeApplicationKey } from './backblaze-application-key.ts';
import { blockfrostProjectId } from './blockfrost-project-id.ts';
import { calComApiKey } from './cal-com-api-key.ts';
import { cartesiaApiKey } from './cartesia-api-key.ts';
import { cephKey } from './ceph-key.ts';
import { circleApiKey } from './circle-api-key.ts';
import { cloudflareTunnelToken } from './cloudflare-tunnel-token.ts';
import { deeplApiKey } from './deepl-api-key.ts';
import { dnsimpleToken } from './dnsimple-token.ts';
import { endorLabsKey } from './endor-labs-key.ts';
import { falApiKey } from './fal-api-key.ts';
import { ghostAdminKey } from './ghost-admin-key.ts';
import { gitpodToken } from './gitpod-token.ts';
import { growthbookSecretKey } from './growthbook-secret-key.ts';
import { heliusApiKey } from './helius-api-key.ts';
import { honeybadgerToken } from './honeybadger-token.ts';
import { iexCloudToken } from './iex-cloud-token.ts';
import { jumpcloudApiKey } from './jumpcloud-api-key.ts';
import { lightdashToken } from './lightdash-token.ts';
import { metabaseApiKey } from './metabase-api-key.ts';
import { netbirdToken } from './netbird-token.ts';
import { ngrokAuthtoken } from './ngrok-authtoken.ts';
import { porkbunApiKey } from './porkbun-api-key.ts';
import { proxmoxApiToken } from './proxmox-api-token.ts';
import { rancherToken } from './rancher-token.ts';
import { robloxSessionCookie } from './roblox-session-cookie.ts';
import { runwayApiKey } from './runway-api-key.ts';
import { sanityToken } from './sanity-token.ts';
import { statsigSecretKey } from './statsig-secret-key.ts';
import { tatumApiKey } from './tatum-api-key.ts';
import { unleashToken } from './unleash-token.ts';
import { weblateToken } from './weblate-token.ts';
import { woocommerceKey } from './woocommerce-key.ts';

/** Feature flags, infrastructure, ledgers and other services. */
export const furtherServicesRules: readonly SecretRule[] = [
  anyscaleApiKey,
  appwriteApiKey,
  backblazeApplicationKey,
  blockfrostProjectId,
  calComApiKey,
  cartesiaApiKey,
  cephKey,
  circleApiKey,
  cloudflareTunnelToken,
  deeplApiKey,
  dnsimpleToken,
  endorLabsKey,
  falApiKey,
  ghostAdminKey,
  gitpodToken,
  growthbookSecretKey,
  heliusApiKey,
  honeybadgerToken,
  iexCloudToken,
  jumpcloudApiKey,
  lightdashToken,
  metabaseApiKey,
  netbirdToken,
  ngrokAuthtoken,
  porkbunApiKey,
  proxmoxApiToken,
  rancherToken,
  robloxSessionCookie,
  runwayApiKey,
  sanityToken,
  statsigSecretKey,
  tatumApiKey,
  unleashToken,
  weblateToken,
  woocommerceKey,
];
