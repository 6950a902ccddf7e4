import type { SecretRule } from '../secret-rule.ts';
import { adobeClientSecret } from './adobe-client-secret.ts';
import { aikidoToken } from './aikido-token.ts';
import { akamaiEdgegridToken } from './akamai-edgegrid-token.ts';
import { alibabaAccessKeyId } from './alibaba-access-key-id.ts';
import { alibabaAccessKeySecret } from './alibaba-access-key-secret.ts';
import { alibabaStsToken } from './alibaba-sts-token.ts';
import { amazonMwsToken } from './amazon-mws-token.ts';
import { astraDbToken } from './astra-db-token.ts';
import { atlassianApiToken } from './atlassian-api-token.ts';
import { awsAccessKeyId } from './aws-access-key-id.ts';
import { awsAppsyncApiKey } from './aws-appsync-api-key.ts';
import { awsBedrockApiKey } from './aws-bedrock-api-key.ts';
import { awsBedrockShortTermKey } from './aws-bedrock-short-term-key.ts';
import { awsKeyPair } from './aws-key-pair.ts';
import { awsSecretAccessKey } from './aws-secret-access-key.ts';
import { awsSessionToken } from './aws-session-token.ts';
import { azure32ByteKey } from './azure-32-byte-key.ts';
import { azure64ByteKey } from './azure-64-byte-key.ts';
import { azureApimGitPassword } from './azure-apim-git-password.ts';
import { azureAppConfiguration } from './azure-app-configuration.ts';
import { azureCaskKey } from './azure-cask-key.ts';
import { azureClientSecret } from './azure-client-secret.ts';
import { azureContainerRegistryKey } from './azure-container-registry-key.ts';
import { azureDevopsPat } from './azure-devops-pat.ts';
import { azureFunctionsKey } from './azure-functions-key.ts';
import { azureSasToken } from './azure-sas-token.ts';
import { azureSearchKey } from './azure-search-key.ts';
import { azureStorageConnection } from './azure-storage-connection.ts';
import { azureStorageKey } from './azure-storage-key.ts';
import { bitbucketAccessToken } from './bitbucket-access-token.ts';
import { bitbucketAppPassword } from './bitbucket-app-password.ts';
import { bitbucketDataCenterToken } from './bitbucket-data-center-token.ts';
import { buildkiteToken } from './buildkite-token.ts';
import { circleciToken } from './circleci-token.ts';
import { clickhouseCloudKey } from './clickhouse-cloud-key.ts';
import { clojarsToken } from './clojars-token.ts';
import { cloudflareAccessToken } from './cloudflare-access-token.ts';
import { cloudflareOriginCaKey } from './cloudflare-origin-ca-key.ts';
import { cloudflareToken } from './cloudflare-token.ts';
import { cloudsmithApiKey } from './cloudsmith-api-key.ts';
import { cockroachdbApiKey } from './cockroachdb-api-key.ts';
import { confluentApiSecret } from './confluent-api-secret.ts';
import { cratesIoToken } from './crates-io-token.ts';
import { databricksToken } from './databricks-token.ts';
import { datadogApplicationKey } from './datadog-application-key.ts';
import { definedNetworkingKey } from './defined-networking-key.ts';
import { dependencyTrackKey } from './dependency-track-key.ts';
import { digitaloceanToken } from './digitalocean-token.ts';
import { dockerConfigAuth } from './docker-config-auth.ts';
import { dockerHubToken } from './docker-hub-token.ts';
import { dockerSwarmToken } from './docker-swarm-token.ts';
import { dockerSwarmUnlockKey } from './docker-swarm-unlock-key.ts';
import { dopplerToken } from './doppler-token.ts';
import { dynatraceToken } from './dynatrace-token.ts';
import { elasticApiKey } from './elastic-api-key.ts';
import { entraRefreshToken } from './entra-refresh-token.ts';
import { exoscaleApiKey } from './exoscale-api-key.ts';
import { firebaseServerKey } from './firebase-server-key.ts';
import { flyioToken } from './flyio-token.ts';
import { gcpServiceAccount } from './gcp-service-account.ts';
import { gcpUserCredentials } from './gcp-user-credentials.ts';
import { geminiApiKey } from './gemini-api-key.ts';
import { githubAppToken } from './github-app-token.ts';
import { githubFineGrainedToken } from './github-fine-grained-token.ts';
import { githubToken } from './github-token.ts';
import { gitlabAgentToken } from './gitlab-agent-token.ts';
import { gitlabIncomingMailToken } from './gitlab-incoming-mail-token.ts';
import { gitlabJobToken } from './gitlab-job-token.ts';
import { gitlabOauthAppSecret } from './gitlab-oauth-app-secret.ts';
import { gitlabRoutableToken } from './gitlab-routable-token.ts';
import { gitlabRunnerRegistrationToken } from './gitlab-runner-registration-token.ts';
import { gitlabToken } from './gitlab-token.ts';
import { gitlabTriggerToken } from './gitlab-trigger-token.ts';
import { googleAccessToken } from './google-access-token.ts';
import { googleApiKey } from './google-api-key.ts';
import { googleOauthClientSecret } from './google-oauth-client-secret.ts';
import { googleRefreshToken } from './google-refresh-token.ts';
import { grafanaApiKey } from './grafana-api-key.ts';
import { grafanaCloudToken } from './grafana-cloud-token.ts';
import { grafanaServiceAccountToken } from './grafana-service-account-token.ts';
import { herokuApiKey } from './heroku-api-key.ts';
import { infracostApiKey } from './infracost-api-key.ts';
import { jfrogApiKey } from './jfrog-api-key.ts';
import { jfrogReferenceToken } from './jfrog-reference-token.ts';
import { jiraDataCenterToken } from './jira-data-center-token.ts';
import { kubernetesBootstrapToken } from './kubernetes-bootstrap-token.ts';
import { kubernetesServiceAccountToken } from './kubernetes-service-account-token.ts';
import { launchdarklyKey } from './launchdarkly-key.ts';
import { mongodbAtlasSecret } from './mongodb-atlas-secret.ts';
import { neonApiKey } from './neon-api-key.ts';
import { netlifyToken } from './netlify-token.ts';
import { newRelicKey } from './new-relic-key.ts';
import { newRelicLicenceKey } from './new-relic-licence-key.ts';
import { newRelicUserKey } from './new-relic-user-key.ts';
import { nightfallApiKey } from './nightfall-api-key.ts';
import { npmLegacyToken } from './npm-legacy-token.ts';
import { npmToken } from './npm-token.ts';
import { nugetApiKey } from './nuget-api-key.ts';
import { onepasswordSecretKey } from './onepassword-secret-key.ts';
import { onepasswordServiceAccount } from './onepassword-service-account.ts';
import { openshiftToken } from './openshift-token.ts';
import { pagerdutyToken } from './pagerduty-token.ts';
import { pixieKey } from './pixie-key.ts';
import { planetscaleCredential } from './planetscale-credential.ts';
import { portainerToken } from './portainer-token.ts';
import { posthogPersonalKey } from './posthog-personal-key.ts';
import { prefectApiKey } from './prefect-api-key.ts';
import { pulumiToken } from './pulumi-token.ts';
import { pypiToken } from './pypi-token.ts';
import { rapidapiKey } from './rapidapi-key.ts';
import { renderApiKey } from './render-api-key.ts';
import { rootlyApiKey } from './rootly-api-key.ts';
import { rubygemsApiKey } from './rubygems-api-key.ts';
import { scalingoToken } from './scalingo-token.ts';
import { segmentToken } from './segment-token.ts';
import { sentryOrganizationToken } from './sentry-organization-token.ts';
import { sentryToken } from './sentry-token.ts';
import { sonarToken } from './sonar-token.ts';
import { sourcegraphCodyKey } from './sourcegraph-cody-key.ts';
import { sourcegraphToken } from './sourcegraph-token.ts';
import { stackhawkApiKey } from './stackhawk-api-key.ts';
import { supabaseAccessToken } from './supabase-access-token.ts';
import { supabaseSecretKey } from './supabase-secret-key.ts';
import { tailscaleKey } from './tailscale-key.ts';
import { teamcityToken } from './teamcity-token.ts';
import { terraformCloudToken } from './terraform-cloud-token.ts';
import { testpypiToken } from './testpypi-token.ts';
import { upcloudToken } from './upcloud-token.ts';
import { vaultBatchToken } from './vault-batch-token.ts';
import { vaultLegacyToken } from './vault-legacy-token.ts';
import { vaultToken } from './vault-token.ts';
import { vercelToken } from './vercel-token.ts';
import { yandexApiKey } from './yandex-api-key.ts';
import { yandexIamToken } from './yandex-iam-token.ts';
import { yandexStaticKey } from './yandex-static-key.ts';

/** Clouds, hosting, databases, secret stores, forges, package registries, observability. */
export const platformRules: readonly SecretRule[] = [
  awsAccessKeyId,
  yandexStaticKey,
  awsSecretAccessKey,
  awsKeyPair,
  awsSessionToken,
  awsBedrockApiKey,
  awsBedrockShortTermKey,
  awsAppsyncApiKey,
  amazonMwsToken,
  googleApiKey,
  geminiApiKey,
  googleOauthClientSecret,
  googleAccessToken,
  googleRefreshToken,
  gcpServiceAccount,
  gcpUserCredentials,
  firebaseServerKey,
  azureClientSecret,
  azure64ByteKey,
  azure32ByteKey,
  azureSearchKey,
  azureFunctionsKey,
  azureContainerRegistryKey,
  azureCaskKey,
  azureDevopsPat,
  azureStorageConnection,
  azureStorageKey,
  azureSasToken,
  azureAppConfiguration,
  azureApimGitPassword,
  entraRefreshToken,
  alibabaAccessKeyId,
  alibabaAccessKeySecret,
  alibabaStsToken,
  akamaiEdgegridToken,
  yandexApiKey,
  yandexIamToken,
  digitaloceanToken,
  herokuApiKey,
  flyioToken,
  cloudflareToken,
  cloudflareAccessToken,
  cloudflareOriginCaKey,
  exoscaleApiKey,
  upcloudToken,
  vercelToken,
  netlifyToken,
  renderApiKey,
  scalingoToken,
  supabaseAccessToken,
  supabaseSecretKey,
  neonApiKey,
  planetscaleCredential,
  cockroachdbApiKey,
  astraDbToken,
  mongodbAtlasSecret,
  clickhouseCloudKey,
  elasticApiKey,
  databricksToken,
  confluentApiSecret,
  terraformCloudToken,
  vaultToken,
  vaultLegacyToken,
  vaultBatchToken,
  pulumiToken,
  dopplerToken,
  onepasswordServiceAccount,
  onepasswordSecretKey,
  infracostApiKey,
  prefectApiKey,
  dockerHubToken,
  dockerSwarmToken,
  dockerSwarmUnlockKey,
  dockerConfigAuth,
  openshiftToken,
  kubernetesBootstrapToken,
  kubernetesServiceAccountToken,
  portainerToken,
  tailscaleKey,
  definedNetworkingKey,
  githubToken,
  githubAppToken,
  githubFineGrainedToken,
  gitlabToken,
  gitlabRoutableToken,
  gitlabJobToken,
  gitlabTriggerToken,
  gitlabIncomingMailToken,
  gitlabAgentToken,
  gitlabOauthAppSecret,
  gitlabRunnerRegistrationToken,
  bitbucketAppPassword,
  bitbucketAccessToken,
  bitbucketDataCenterToken,
  atlassianApiToken,
  jiraDataCenterToken,
  buildkiteToken,
  circleciToken,
  teamcityToken,
  jfrogApiKey,
  jfrogReferenceToken,
  cloudsmithApiKey,
  npmToken,
  npmLegacyToken,
  pypiToken,
  testpypiToken,
  rubygemsApiKey,
  nugetApiKey,
  cratesIoToken,
  clojarsToken,
  sonarToken,
  sourcegraphToken,
  sourcegraphCodyKey,
  sentryToken,
  sentryOrganizationToken,
  grafanaServiceAccountToken,
  grafanaCloudToken,
  grafanaApiKey,
  newRelicUserKey,
  newRelicKey,
  newRelicLicenceKey,
  pixieKey,
  datadogApplicationKey,
  dynatraceToken,
  posthogPersonalKey,
  launchdarklyKey,
  segmentToken,
  pagerdutyToken,
  aikidoToken,
  stackhawkApiKey,
  dependencyTrackKey,
  nightfallApiKey,
  rootlyApiKey,
  rapidapiKey,
  adobeClientSecret,
];
