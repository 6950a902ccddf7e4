import { HttpError } from './http-error.ts';

/**
 * The bytes of a reply, counted after it is unpacked.
 * @param most when there are more, it is an error
 * @param wanted.firstBytes when there are more, the rest is left out
 */
export async function readBody(
  response: Response,
  most: number,
  { firstBytes }: { readonly firstBytes?: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels what is still to come.
  for await (const piece of response.body ?? []) {
    pieces.push(piece);
    size += piece.length;
    if (firstBytes !== undefined ? size >= firstBytes : size > most) break;
  }
  if (firstBytes === undefined && size > most) {
    throw new HttpError('too-large', `${new URL(response.url).host} answers with more than ${most} bytes`);
  }
  const body = new Uint8Array(Math.min(size, firstBytes ?? size));
  let at = 0;
  for (const piece of pieces) {
    body.set(piece.subarray(0, body.length - at), at);
    at += piece.length;
    if (at >= body.length) break;
  }
  return body;
}
