import { createHash } from 'node:crypto';
import type { HttpClient, HttpReply, HttpRequest } from '../http/http-client.ts';
import { HttpError } from '../http/http-error.ts';
import { parseChallenge } from './challenge.ts';
import { chooseManifest, configOf, createdAt, mediaTypes, sizeOf } from './manifest.ts';

export interface Login {
  readonly username: string;
  readonly password: string;
}

export interface RegistryOptions {
  readonly http: HttpClient;
  /** Where a registry is asked, by its name in references; default: `https://` and the name. */
  readonly originOf?: (registry: string) => string | undefined;
  readonly loginOf?: (registry: string) => Login | undefined;
}

/** An image in a registry. */
export interface ImageAddress {
  /** As references have it: `docker.io`, `ghcr.io`. */
  readonly registry: string;
  readonly repository: string;
}

/** What is known of the content behind a digest. */
export interface ImageFacts {
  /** When it was built, as its own configuration says. */
  readonly created?: Date;
  /** Bytes to be fetched for one platform, linux/amd64 where there is a choice. */
  readonly size?: number;
}

const digestForm = /^sha256:[0-9a-f]{64}$/;

/**
 * Asks registries about images (OCI distribution specification 1.1; Docker's token authentication). Reads only: tags,
 * manifests, configurations.
 */
export class RegistryClient {
  readonly #options: RegistryOptions;
  /** `Authorization` headers that were accepted, by registry and repository. */
  readonly #authorizations = new Map<string, string>();

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /**
   * The digest that a tag stands for now.
   * @throws HttpError
   */
  async digestOf(image: ImageAddress, tag: string): Promise<string> {
    const reply = await this.#manifest(image, tag, 'HEAD');
    const named = reply.headers.get('docker-content-digest');
    if (named !== null && digestForm.test(named)) return named;
    return digest((await this.#manifest(image, tag, 'GET')).body);
  }

  /**
   * What the image's own manifest and configuration say.
   * @throws HttpError, also when the content is not what the digest says
   */
  async factsOf(image: ImageAddress, wanted: string): Promise<ImageFacts> {
    const list = await this.#json(image, 'manifests', wanted);
    const chosen = chooseManifest(list);
    const manifest = chosen === undefined ? list : await this.#json(image, 'manifests', chosen);
    const config = configOf(manifest);
    const created = config === undefined ? undefined : createdAt(await this.#json(image, 'blobs', config));
    const size = sizeOf(manifest);
    return { ...(created && { created }), ...(size !== undefined && { size }) };
  }

  async #manifest(image: ImageAddress, reference: string, method: 'GET' | 'HEAD'): Promise<HttpReply> {
    return await this.#send(image, `manifests/${reference}`, { method, headers: { accept: mediaTypes.join(', ') } });
  }

  async #json(image: ImageAddress, kind: 'manifests' | 'blobs', wanted: string): Promise<unknown> {
    const headers = { accept: kind === 'blobs' ? '*/*' : mediaTypes.join(', ') };
    const { body, url } = await this.#send(image, `${kind}/${wanted}`, { headers });
    if (digest(body) !== wanted) {
      throw new HttpError('refused', `${new URL(url).host} answers with something else than ${wanted}`);
    }
    try {
      return JSON.parse(new TextDecoder().decode(body)) as unknown;
    } catch {
      throw new HttpError('not-json', `${new URL(url).host} answers with something that is not JSON`);
    }
  }

  async #send(image: ImageAddress, path: string, request: Omit<HttpRequest, 'url'>): Promise<HttpReply> {
    const { registry, repository } = image;
    const { http } = this.#options;
    const whole = { ...request, url: `${this.#origin(registry)}/v2/${repository}/${path}`, mostBytes: 4_000_000 };
    const place = `${registry}/${repository}`;
    const known = this.#authorizations.get(place);
    const first = await http.send({ ...whole, ...(known !== undefined && { credentials: { authorization: known } }) });
    const authorization = first.status === 401 ? await this.#authorize(image, first) : undefined;
    if (authorization === undefined) return accepted(first);
    this.#authorizations.set(place, authorization);
    return accepted(await http.send({ ...whole, credentials: { authorization } }));
  }

  #origin(registry: string): string {
    const given = this.#options.originOf?.(registry);
    if (given !== undefined) return given;
    // Docker's own registry answers under another name than references have.
    return registry === 'docker.io' ? 'https://registry-1.docker.io' : `https://${registry}`;
  }

  async #authorize({ registry, repository }: ImageAddress, { headers }: HttpReply): Promise<string | undefined> {
    const challenge = parseChallenge(headers.get('www-authenticate'));
    const login = this.#options.loginOf?.(registry);
    const basic = login && `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
    if (challenge?.scheme === 'basic') return basic;
    const realm = challenge?.parameters.get('realm') ?? '';
    if (challenge?.scheme !== 'bearer' || !URL.canParse(realm)) return undefined;
    const url = new URL(realm);
    const service = challenge.parameters.get('service');
    if (service !== undefined) url.searchParams.set('service', service);
    url.searchParams.set('scope', `repository:${repository}:pull`);
    const { value } = await this.#options.http.json({
      url: url.href,
      ...(basic !== undefined && { credentials: { authorization: basic } }),
    });
    const token = tokenIn(value);
    return token === undefined ? undefined : `Bearer ${token}`;
  }
}

function accepted(reply: HttpReply): HttpReply {
  if (reply.status >= 200 && reply.status < 300) return reply;
  throw new HttpError('refused', `${new URL(reply.url).host} answers ${reply.status}`, reply.status);
}

function tokenIn(value: unknown): string | undefined {
  const { token, access_token: other } = (typeof value === 'object' && value !== null ? value : {}) as {
    readonly token?: unknown;
    readonly access_token?: unknown;
  };
  const text = token ?? other;
  return typeof text === 'string' && /^[\x21-\x7e]{1,16384}$/.test(text) ? text : undefined;
}

function digest(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
