// Configuration files that between them use every key of the format, and files that are wrong in every way we know.
const ticket = `[[rules]]
id = "ticket"
description = "A ticket"
regex = '''ticket-([a-z0-9]{8})'''
keywords = ["ticket-"]
tags = ["one", "two words", "a,b"]
`;
const pair = `[[rules]]
id = "pair"
regex = '''pair-(?P<left>[a-z0-9]{6}) (\\w{12})'''
secretGroup = 2
entropy = 3.1
`;
const words = `[[rules]]
id = "generic-word"
regex = '''(?i)(?:secret|token|key)['"]?\\s*[=:]\\s*['"]?([\\w+/=-]{8,80})'''
keywords = ["secret", "TOKEN", "Key"]
entropy = 2.5
`;

export const valid = {
  plain: ticket + pair + words,
  'no-keywords': `[[rules]]\nid = "word"\nregex = '''\\b[a-f0-9]{6}\\b'''\n`,
  multiline: `[[rules]]\nid = "block"\nregex = '''(?s)-----BEGIN.{1,300}?-----END[^\\n]*\\n?'''\n[[rules]]\nid = "lines"\nregex = '''\\n\\s*\\n?ticket-\\w+\\n'''\n`,
  'empty-matches': `[[rules]]\nid = "empty"\nregex = '''(ticket-)?'''\nkeywords = ["ticket-"]\npath = '''a\\.txt$'''\n`,
  anchors: `[[rules]]\nid = "start"\nregex = '''^\\W*\\w{3,}'''\n[[rules]]\nid = "each"\nregex = '''(?m)^ticket-\\w+$'''\n[[rules]]\nid = "end"\nregex = '''\\w+\\s*$'''\n`,
  unicode: `[[rules]]\nid = "letters"\nregex = '''\\p{Han}{2}|[äöü]\\w|\\x{1F600}'''\n[[rules]]\nid = "fold"\nregex = '''(?i)[k-s]ticket|ÜNÏ|\\bK\\b'''\n`,
  paths: `[[rules]]\nid = "pem"\npath = '''\\.(?:pem|env)$'''\n[[rules]]\nid = "in-src"\nregex = '''ticket-\\w{8}'''\npath = '''(^|/)src/'''\n[[rules]]\nid = "pem-keyword"\npath = '''\\.md$'''\nkeywords = ["ticket"]\n`,
  groups: `[[rules]]\nid = "g0"\nregex = '''(x)?(ticket)-(\\w+)'''\n[[rules]]\nid = "g3"\nregex = '''(x)?(ticket)-(\\w+)'''\nsecretGroup = 3\n[[rules]]\nid = "g1"\nregex = '''(x)?(ticket)-(\\w+)'''\nsecretGroup = 1\n`,
  'old-allowlists': `${ticket}[rules.allowlist]\ndescription = "d"\nstopwords = ["a1", "B2"]\nregexes = ['''^[a-m]''']\npaths = ['''\\.log$''']\n[allowlist]\npaths = ['''node_modules''', '''(^|/)vendor/''']\nregexes = ['''zz''']\n`,
  'new-allowlists': `${ticket}[[rules.allowlists]]\nstopwords = ["a1"]\n[[rules.allowlists]]\ncondition = "AND"\npaths = ['''src/''']\nregexes = ['''[0-4]''']\n[[rules.allowlists]]\nregexTarget = "match"\nregexes = ['''^ticket-[a-d]''']\n[[rules.allowlists]]\nregexTarget = "line"\nregexes = ['''password''']\n${pair}[[allowlists]]\ndescription = "global"\ncondition = "&&"\npaths = ['''\\.txt$''']\nstopwords = ["q"]\n[[allowlists]]\ncondition = "||"\nregexTarget = "line"\nregexes = ['''curl''']\n`,
  'targeted-allowlists': `${ticket}${pair}${words}[[allowlists]]\ntargetRules = ["ticket", "pair"]\npaths = ['''(?i)\\.txt$''']\n[[allowlists]]\ntargetRules = ["generic-word"]\nregexTarget = "match"\nregexes = ['''key''']\n`,
  'and-paths-only': `${ticket}[[rules.allowlists]]\ncondition = "AND"\npaths = ['''src/''']\ncommits = ["abc"]\n[[allowlists]]\ncondition = "AND"\npaths = ['''\\.md$''']\n`,
  composite: `${ticket}[[rules.required]]\nid = "pair"\nwithinLines = 5\n${pair}[[rules]]\nid = "near"\nregex = '''password'''\n[[rules.required]]\nid = "ticket"\nwithinLines = 0\n[[rules]]\nid = "both"\nregex = '''api_key'''\n[[rules.required]]\nid = "ticket"\n[[rules.required]]\nid = "pair"\nwithinColumns = 40\n`,
  'composite-hidden': `${ticket}skipReport = true\n[[rules]]\nid = "near"\nregex = '''(?:password|api_key|SECRET)\\W+\\w+'''\n[[rules.required]]\nid = "ticket"\nwithinLines = 3\nwithinColumns = 60\n`,
  'composite-chain': `[[rules]]\nid = "a"\nregex = '''password'''\n[[rules.required]]\nid = "b"\n[[rules]]\nid = "b"\nregex = '''api_key'''\n[[rules.required]]\nid = "ticket"\nwithinLines = 30\n${ticket}`,
  'skip-only': `${ticket}skipReport = true\n`,
  'generic-overlap': `[[rules]]\nid = "generic-thing"\nregex = '''\\w+-\\w{8}'''\n${ticket}[[rules]]\nid = "Generic-Upper"\nregex = '''[a-z0-9]{8}'''\n`,
  'default-extended': `[extend]\nuseDefault = true\ndisabledRules = ["jwt", "generic-api-key", "no-such-rule"]\n${ticket}`,
  'min-version': `minVersion = "v99.0.0"\n${ticket}`,
  'old-version': `minVersion = "8.1"\n${ticket}`,
  'weak-values': `title = 5\n[[rules]]\nID = "ticket"\nRegex = "ticket-([a-z0-9]{8})"\nentropy = "1"\nkeywords = "ticket-,pair-"\ntags = "x"\nsecretgroup = "1"\nunknown = 1\n`,
  'no-rules': `title = "nothing"\n`,
  empty: '',
  'duplicate-ids': `${ticket}${ticket.replace('{8}', '{4}')}`,
  'single-table': `[rules]\nid = "ticket"\nregex = "ticket-"\n`,
  'lazy-greedy': `[[rules]]\nid = "lazy"\nregex = '''t.*?-(.{2,9}?)[a-f]|ticket-(?:a|ab|abc)(c|d)?'''\n[[rules]]\nid = "left"\nregex = '''(a|ab)(c|bcd)(\\d*)'''\n[[rules]]\nid = "nongreedy"\nregex = '''(?U)ticket-\\w+'''\n`,
  escapes: `[[rules]]\nid = "esc"\nregex = '''\\Qtick\\Eet\\x2d[[:alnum:]]{2}[^[:space:]]\\z?|\\Aone|[\\d-]{9}|\\pL\\PN'''\n`,
};

/** Each extends the file before it, which is written as base.toml. */
export const extended = {
  override: `[extend]\npath = "base.toml"\n[[rules]]\nid = "ticket"\nentropy = 2.9\ntags = ["three"]\ndescription = "Mine"\n[[rules.allowlists]]\nstopwords = ["c"]\n`,
  disabled: `[extend]\npath = "base.toml"\ndisabledRules = ["pair"]\n[[rules]]\nid = "more"\nregex = "api_key"\n`,
  'regex-changed': `[extend]\npath = "base.toml"\n[[rules]]\nid = "ticket"\nregex = "tick(et)-"\nsecretGroup = 1\nkeywords = ["zzz"]\n`,
  'global-allow': `[extend]\npath = "base.toml"\n[allowlist]\nregexes = ['''[x-z]''']\n`,
  'required-of-base': `[extend]\npath = "base.toml"\n[[rules]]\nid = "near"\nregex = "password"\n[[rules.required]]\nid = "ticket"\n`,
  'targets-base': `[extend]\npath = "base.toml"\n[[allowlists]]\ntargetRules = ["ticket"]\nstopwords = ["a"]\n`,
  both: `[extend]\npath = "base.toml"\nuseDefault = true\n`,
  missing: `[extend]\npath = "no-such.toml"\n`,
  itself: `[extend]\npath = "config.toml"\n${ticket}`,
  'skip-of-base': `[extend]\npath = "base.toml"\n[[rules]]\nid = "ticket"\nskipReport = true\n`,
};
export const base = ticket + pair + words;

export const invalid = {
  syntax: `[[rules]\nid = 1`,
  'bad-string': `a = "\\q"`,
  'duplicate-key': `a = 1\na = 2\n`,
  'bad-regex': `[[rules]]\nid = "x"\nregex = '''(a'''\n`,
  lookahead: `[[rules]]\nid = "x"\nregex = '''(?=a)b'''\n`,
  backreference: `[[rules]]\nid = "x"\nregex = '''(a)\\1'''\n`,
  'repeat-too-big': `[[rules]]\nid = "x"\nregex = '''a{1001}'''\n`,
  'nested-repeat': `[[rules]]\nid = "x"\nregex = '''((a{100}){100}){100}'''\n`,
  'bad-path': `[[rules]]\nid = "x"\npath = '''*'''\n`,
  'no-id': `[[rules]]\nregex = "a"\n`,
  'blank-id': `[[rules]]\nid = " "\ndescription = "d"\n`,
  'no-effect': `[[rules]]\nid = "x"\n`,
  'secret-group': `[[rules]]\nid = "x"\nregex = "(a)"\nsecretGroup = 2\n`,
  'negative-group': `[[rules]]\nid = "x"\nregex = "ticket(-)"\nsecretGroup = -1\n`,
  'allow-empty': `[[rules]]\nid = "x"\nregex = "a"\n[[rules.allowlists]]\ndescription = "d"\n`,
  'allow-both': `[[rules]]\nid = "x"\nregex = "a"\n[rules.allowlist]\nstopwords = ["a"]\n[[rules.allowlists]]\nstopwords = ["a"]\n`,
  'allow-both-global': `[allowlist]\nstopwords = ["a"]\n[[allowlists]]\nstopwords = ["a"]\n`,
  condition: `[[allowlists]]\nstopwords = ["a"]\ncondition = "xor"\n`,
  target: `[[allowlists]]\nregexes = ["a"]\nregexTarget = "file"\n`,
  'target-case': `[[allowlists]]\nregexes = ["a"]\nregexTarget = "Line"\n`,
  'target-rule': `[[allowlists]]\nregexes = ["a"]\ntargetRules = ["none"]\n`,
  'allow-regex': `[[allowlists]]\nregexes = ["("]\n`,
  'allow-path': `[allowlist]\npaths = ["["]\n`,
  'required-missing': `[[rules]]\nid = "x"\nregex = "a"\n[[rules.required]]\nid = "y"\n`,
  'required-no-id': `[[rules]]\nid = "x"\nregex = "a"\n[[rules.required]]\nwithinLines = 1\n`,
  'wrong-type': `[[rules]]\nid = "x"\nregex = ["a"]\n`,
  'wrong-number': `[[rules]]\nid = "x"\nregex = "a"\nentropy = "high"\n`,
  'wrong-list': `rules = 5\n`,
  'wrong-extend': `extend = "default"\n`,
  'keywords-number': `[[rules]]\nid = "x"\nregex = "ticket"\nkeywords = [1, true]\n`,
  'keywords-table': `[[rules]]\nid = "x"\nregex = "ticket"\nkeywords = {a = 1}\n`,
  'bad-utf8': Buffer.from([0x61, 0x3d, 0x22, 0xff, 0x22, 0x0a]),
  'min-version-bad': `minVersion = "banana"\n[[rules]]\nid = "x"\nregex = "ticket"\n`,
};
