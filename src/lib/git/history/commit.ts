/** The parts of a commit or tag that people wrote (git-commit-tree, git-mktag). */
export interface CommitText {
  readonly message: Buffer;
  /** `author`, `committer` and `tagger` lines as they stand there, without the time; one character a byte. */
  readonly people: readonly string[];
}

const time = / \d+ [+-]\d+$/;

export function readCommitText(bytes: Buffer): CommitText {
  const end = bytes.indexOf('\n\n', 0, 'latin1');
  const head = bytes.toString('latin1', 0, end === -1 ? bytes.length : end).split('\n');
  const people = head.filter((line) => /^(author|committer|tagger) /.test(line)).map((line) => line.replace(time, ''));
  return { message: end === -1 ? bytes.subarray(bytes.length) : bytes.subarray(end + 2), people };
}
