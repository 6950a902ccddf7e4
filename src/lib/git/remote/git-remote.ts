import type { HttpClient } from '../../http/http-client.ts';
import { HttpError } from '../../http/http-error.ts';
import { commitTime, firstCommit, objectCount } from './first-object.ts';
import { lineOf, readPackets, writeRequest } from './packet-lines.ts';

/** A branch or tag. */
export interface RemoteRef {
  /** `refs/heads/main`, `refs/tags/v1`, `HEAD`. */
  readonly name: string;
  /** What it leads to: of a tag with a message, the object that it names. */
  readonly commit: string;
}

/** `missing`: the server has no such object. */
export type Reachability = 'yes' | 'no' | 'missing';

interface Server {
  /** Where requests go: the repository may have moved. */
  readonly url: string;
  readonly capabilities: readonly string[];
}

const mostRefs = 200_000;
const objectId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const contentType = 'application/x-git-upload-pack-request';
const version2 = { 'git-protocol': 'version=2' };

/**
 * Asks a repository over HTTP about its refs and commits, without fetching its content (git documentation,
 * gitprotocol-http and gitprotocol-v2). Every method throws HttpError when there is no answer.
 */
export class GitRemote {
  readonly #http: HttpClient;
  readonly #url: string;
  readonly #credentials: Readonly<Record<string, string>>;
  #server: Promise<Server> | undefined;
  #refs: Promise<readonly RemoteRef[]> | undefined;

  /** @param url of the repository, with or without `.git` */
  constructor(http: HttpClient, url: string, credentials: Readonly<Record<string, string>> = {}) {
    this.#http = http;
    this.#url = url;
    this.#credentials = credentials;
  }

  /** Its branches, tags and `HEAD`; asked once. */
  async refs(): Promise<readonly RemoteRef[]> {
    return await (this.#refs ??= this.#listRefs());
  }

  /** Whether a commit is in the history of a branch or tag. */
  async reaches(commit: string): Promise<Reachability> {
    const refs = await this.refs();
    if (refs.some((ref) => ref.commit === commit)) return 'yes';
    const tips = [...new Set(refs.map((ref) => ref.commit))];
    // Who has all the tips lacks nothing of what they reach: then the pack is empty.
    const pack = await this.#fetchPack([`want ${commit}`, ...tips.map((tip) => `have ${tip}`), 'done'], 65_536);
    if (pack === undefined) return 'missing';
    const count = objectCount(pack);
    if (count === undefined) throw new HttpError('refused', `${new URL(this.#url).host} sends no pack`);
    return count === 0 ? 'yes' : 'no';
  }

  /** When a commit was made, as it says itself; undefined when the server does not have it. */
  async dateOf(commit: string): Promise<Date | undefined> {
    const pack = await this.#fetchPack([`want ${commit}`, 'deepen 1', 'done'], 1_000_000);
    const text = pack && firstCommit(pack);
    return text === undefined ? undefined : commitTime(text);
  }

  async #listRefs(): Promise<readonly RemoteRef[]> {
    const prefixes = ['HEAD', 'refs/heads/', 'refs/tags/'].map((prefix) => `ref-prefix ${prefix}`);
    const refs: RemoteRef[] = [];
    for (const packet of readPackets(await this.#command('ls-refs', ['peel', ...prefixes]))) {
      if (!(packet instanceof Buffer)) continue;
      const [object = '', name = '', ...attributes] = lineOf(packet).split(' ');
      const peeled = attributes.find((attribute) => attribute.startsWith('peeled:'))?.slice('peeled:'.length);
      const commit = peeled ?? object;
      if (objectId.test(commit) && name !== '') refs.push({ name, commit });
      if (refs.length > mostRefs) throw new HttpError('too-large', `${this.#url} has more than ${mostRefs} refs`);
    }
    return refs;
  }

  /** The beginning of the pack that the server makes; undefined when it does not have what is wanted. */
  async #fetchPack(parameters: readonly string[], firstBytes: number): Promise<Buffer | undefined> {
    const { capabilities } = await this.#connect();
    const fetch = capabilities.find((capability) => capability.startsWith('fetch=')) ?? '';
    const filter = fetch.slice('fetch='.length).split(' ').includes('filter') ? ['filter tree:0'] : [];
    const reply = await this.#command('fetch', ['no-progress', ...filter, ...parameters], firstBytes);
    const pieces: Buffer[] = [];
    let isPack = false;
    for (const packet of readPackets(reply)) {
      if (!(packet instanceof Buffer)) continue;
      if (isPack && packet[0] === 1) pieces.push(packet.subarray(1));
      const text = packet.subarray(0, 1024).toString('utf8');
      if (packet[0] === 3 || text.startsWith('ERR ')) {
        if (/not our ref|unadvertised object|does not exist|bad object/.test(text)) return undefined;
        throw new HttpError('refused', `${new URL(this.#url).host} answers: ${lineOf(packet).slice(0, 200)}`);
      }
      isPack ||= text === 'packfile\n';
    }
    return Buffer.concat(pieces);
  }

  async #command(name: string, parameters: readonly string[], firstBytes?: number): Promise<Uint8Array> {
    const { url, capabilities } = await this.#connect();
    const format = capabilities.filter((capability) => capability.startsWith('object-format='));
    const { body } = await this.#http.bytes({
      url: `${url}/git-upload-pack`,
      method: 'POST',
      headers: { ...version2, 'content-type': contentType, accept: 'application/x-git-upload-pack-result' },
      credentials: new URL(url).origin === new URL(this.#url).origin ? this.#credentials : {},
      body: writeRequest(name, format, parameters),
      ...(firstBytes === undefined ? { mostBytes: 50_000_000 } : { firstBytes }),
    });
    return body;
  }

  async #connect(): Promise<Server> {
    return await (this.#server ??= this.#askCapabilities());
  }

  async #askCapabilities(): Promise<Server> {
    const path = '/info/refs?service=git-upload-pack';
    const reply = await this.#http.bytes({
      url: `${this.#url.replace(/\/$/, '')}${path}`,
      headers: version2,
      credentials: this.#credentials,
    });
    const lines = [...readPackets(reply.body)].flatMap((packet) => (packet instanceof Buffer ? [lineOf(packet)] : []));
    const start = lines.indexOf('version 2');
    if (start === -1)
      throw new HttpError('refused', `${new URL(reply.url).host} does not speak version 2 of git's protocol`);
    return { url: reply.url.replace(/\/info\/refs(?:\?.*)?$/, ''), capabilities: lines.slice(start + 1) };
  }
}
