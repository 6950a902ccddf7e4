/** Bounds on what an archive may expand to. */
export interface ArchiveLimits {
  /** Expanded bytes per packed byte, of each archive as a whole; not applied below `freeBytes`. */
  readonly ratio: number;
  /** Expanded bytes of an archive and everything nested in it. */
  readonly bytes: number;
  /** Members of an archive and everything nested in it. */
  readonly entries: number;
  /** Expanded bytes of one member: each is held in memory whole. */
  readonly memberBytes: number;
}

const archiveLimits: ArchiveLimits = {
  ratio: 200,
  bytes: 1_000_000_000,
  entries: 100_000,
  memberBytes: 128_000_000,
};

/** Small archives may expand to this many bytes whatever their ratio: a short file of zeros is not an attack. */
const freeBytes = 4_000_000;

/** What an outermost archive may still expand to; archives nested in it draw on the same account. */
export interface ArchiveBudget {
  readonly limits: ArchiveLimits;
  /** Counts one member; false when there were too many. */
  takeEntry(): boolean;
  /** Counts expanded bytes. */
  takeBytes(count: number): void;
  bytesLeft(): number;
}

export function createArchiveBudget(limits: ArchiveLimits = archiveLimits): ArchiveBudget {
  let bytes = limits.bytes;
  let entries = limits.entries;
  return {
    limits,
    takeEntry: () => entries-- > 0,
    takeBytes: (count) => {
      bytes -= count;
    },
    bytesLeft: () => Math.max(0, bytes),
  };
}

/** What one archive of `packed` bytes may expand to, in parts. */
export interface Allowance {
  /** Bytes that the next member may have. */
  next(): number;
  take(count: number): void;
}

export function createAllowance(budget: ArchiveBudget, packed: number): Allowance {
  let left = Math.max(freeBytes, packed * budget.limits.ratio);
  return {
    next: () => Math.min(left, budget.bytesLeft(), budget.limits.memberBytes),
    take(count) {
      left -= count;
      budget.takeBytes(count);
    },
  };
}
