import * as zlib from 'node:zlib';

/** `limit`: the output would exceed what is allowed. `truncated`: the input ends early, `bytes` is what was there. */
export type Decompressed =
  | { readonly outcome: 'whole' | 'truncated'; readonly bytes: Uint8Array }
  | { readonly outcome: 'limit' | 'corrupt' | 'unsupported' };

export type Compression = 'gzip' | 'zlib' | 'deflate-raw' | 'brotli' | 'zstd';

type Decompress = (
  input: Uint8Array,
  options: { maxOutputLength: number; chunkSize: number; finishFlush?: number },
) => Buffer;

/** Node has zstd since 22.15. */
const zstd = (zlib as { readonly zstdDecompressSync?: Decompress }).zstdDecompressSync;

const decompressors: Readonly<Record<Compression, Decompress | undefined>> = {
  gzip: zlib.gunzipSync,
  zlib: zlib.inflateSync,
  'deflate-raw': zlib.inflateRawSync,
  brotli: zlib.brotliDecompressSync,
  zstd,
};

/** Expands `input` to at most `limit` bytes. `expected` is the announced size, when there is one. */
export function decompress(
  compression: Compression,
  input: Uint8Array,
  limit: number,
  expected = 65_536,
): Decompressed {
  const run = decompressors[compression];
  if (!run) return { outcome: 'unsupported' };
  if (limit < 1) return { outcome: 'limit' };
  const options = { maxOutputLength: limit, chunkSize: Math.max(64, Math.min(expected, limit, 1_048_576)) };
  try {
    return { outcome: 'whole', bytes: run(input, options) };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ERR_BUFFER_TOO_LARGE') return { outcome: 'limit' };
    if (code === 'Z_BUF_ERROR' && compression !== 'brotli' && compression !== 'zstd')
      return salvage(run, input, options);
    return { outcome: 'corrupt' };
  }
}

/** A file that was cut off is still read as far as it goes. */
function salvage(
  run: Decompress,
  input: Uint8Array,
  options: { maxOutputLength: number; chunkSize: number },
): Decompressed {
  try {
    return { outcome: 'truncated', bytes: run(input, { ...options, finishFlush: zlib.constants.Z_SYNC_FLUSH }) };
  } catch {
    return { outcome: 'corrupt' };
  }
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
