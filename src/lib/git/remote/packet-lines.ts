/** A packet of git's wire format (git documentation, gitprotocol-common): a line, or one of the marks between them. */
export type Packet = Buffer | 'flush' | 'delimiter' | 'end';

const marks = { 0: 'flush', 1: 'delimiter', 2: 'end' } as const;
const decoder = new TextDecoder();

/** Reads packets until the bytes end; a packet that is cut short, or no packet, ends them too. */
export function* readPackets(bytes: Uint8Array): Generator<Packet> {
  for (let at = 0; at + 4 <= bytes.length;) {
    const head = decoder.decode(bytes.subarray(at, at + 4));
    const length = /^[0-9a-f]{4}$/i.test(head) ? Number.parseInt(head, 16) : -1;
    if (length === 0 || length === 1 || length === 2) {
      yield marks[length];
      at += 4;
    } else {
      if (length < 4 || at + length > bytes.length) return;
      yield Buffer.from(bytes.subarray(at + 4, at + length));
      at += length;
    }
  }
}

/** A line without its end. */
export function lineOf(packet: Buffer): string {
  return packet.toString('utf8').replace(/\n$/, '');
}

/** A request of protocol version 2: a command, what is said of it, its arguments. */
export function writeRequest(
  command: string,
  capabilities: readonly string[],
  parameters: readonly string[],
): Uint8Array<ArrayBuffer> {
  const first = [`command=${command}`, ...capabilities].map(packetOf).join('');
  return Uint8Array.from(Buffer.from(`${first}0001${parameters.map(packetOf).join('')}0000`));
}

function packetOf(line: string): string {
  return `${(Buffer.byteLength(line) + 5).toString(16).padStart(4, '0')}${line}\n`;
}
