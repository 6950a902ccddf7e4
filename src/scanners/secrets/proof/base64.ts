const base64 = /^[A-Za-z0-9+/]+={0,2}$/;
const base64url = /^[A-Za-z0-9_-]+={0,2}$/;

/** Bytes of a base64 or base64url text (RFC 4648 §4, §5), padded or not; undefined when it is neither. */
export function decodeBase64(text: string): Buffer | undefined {
  if (!base64.test(text) && !base64url.test(text)) return undefined;
  if (text.replace(/=+$/, '').length % 4 === 1) return undefined;
  return Buffer.from(text, 'base64');
}

/** The JSON object in a base64 or base64url text, undefined when there is none. */
export function decodeJsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = decodeBase64(text);
  return bytes === undefined ? undefined : parseObject(bytes.toString('utf8'));
}

/** The object a JSON text holds, undefined when the text is no JSON or holds something else. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
