import type { SecretRule } from '../secret-rule.ts';
import { aiProviderKey } from './ai-provider-key.ts';
import { anthropicApiKey } from './anthropic-api-key.ts';
import { apifyToken } from './apify-token.ts';
import { baiduBceKey } from './baidu-bce-key.ts';
import { braveSearchKey } from './brave-search-key.ts';
import { browserbaseApiKey } from './browserbase-api-key.ts';
import { cerebrasApiKey } from './cerebras-api-key.ts';
import { cozeToken } from './coze-token.ts';
import { cursorApiKey } from './cursor-api-key.ts';
import { daytonaApiKey } from './daytona-api-key.ts';
import { devinApiKey } from './devin-api-key.ts';
import { e2bApiKey } from './e2b-api-key.ts';
import { elevenlabsApiKey } from './elevenlabs-api-key.ts';
import { firecrawlApiKey } from './firecrawl-api-key.ts';
import { fireworksApiKey } from './fireworks-api-key.ts';
import { friendliToken } from './friendli-token.ts';
import { groqApiKey } from './groq-api-key.ts';
import { heliconeApiKey } from './helicone-api-key.ts';
import { huggingfaceToken } from './huggingface-token.ts';
import { jinaApiKey } from './jina-api-key.ts';
import { langfuseSecretKey } from './langfuse-secret-key.ts';
import { langsmithApiKey } from './langsmith-api-key.ts';
import { llamacloudApiKey } from './llamacloud-api-key.ts';
import { minimaxApiKey } from './minimax-api-key.ts';
import { neptuneApiToken } from './neptune-api-token.ts';
import { nvidiaApiKey } from './nvidia-api-key.ts';
import { openaiApiKey } from './openai-api-key.ts';
import { openrouterApiKey } from './openrouter-api-key.ts';
import { perplexityApiKey } from './perplexity-api-key.ts';
import { pineconeApiKey } from './pinecone-api-key.ts';
import { replicateToken } from './replicate-token.ts';
import { runpodApiKey } from './runpod-api-key.ts';
import { tavilyApiKey } from './tavily-api-key.ts';
import { togetherApiKey } from './together-api-key.ts';
import { voyageApiKey } from './voyage-api-key.ts';
import { wandbApiKey } from './wandb-api-key.ts';
import { xaiApiKey } from './xai-api-key.ts';
import { zhipuApiKey } from './zhipu-api-key.ts';

/** Model providers, agents and tools around them. */
export const aiServicesRules: readonly SecretRule[] = [
  aiProviderKey,
  anthropicApiKey,
  apifyToken,
  baiduBceKey,
  braveSearchKey,
  browserbaseApiKey,
  cerebrasApiKey,
  cozeToken,
  cursorApiKey,
  daytonaApiKey,
  devinApiKey,
  e2bApiKey,
  elevenlabsApiKey,
  firecrawlApiKey,
  fireworksApiKey,
  friendliToken,
  groqApiKey,
  heliconeApiKey,
  huggingfaceToken,
  jinaApiKey,
  langfuseSecretKey,
  langsmithApiKey,
  llamacloudApiKey,
  minimaxApiKey,
  neptuneApiToken,
  nvidiaApiKey,
  openaiApiKey,
  openrouterApiKey,
  perplexityApiKey,
  pineconeApiKey,
  replicateToken,
  runpodApiKey,
  tavilyApiKey,
  togetherApiKey,
  voyageApiKey,
  wandbApiKey,
  xaiApiKey,
  zhipuApiKey,
];
