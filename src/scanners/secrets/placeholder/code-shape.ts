/** Shapes of source code and configuration values that are no secrets, each with its name. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:true|false|yes|no|on|off|null|nil|none|undefined|nan|default|enabled|disabled|required|optional|auto|always|never|empty|unset|n\/a|ok|error|fail(?:ed)?|success)$/i,
    'literal',
  ],
  [
    /^[-+]?\d{1,7}(?:\.\d+)*(?:\s?(?:ms|s|m|h|d|w|y|px|em|rem|pt|%|k|kb|mb|gb|ki|mi|gi|b|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?))?$/i,
    'number',
  ],
  [/^v?\d+\.\d+(?:\.\d+)*(?:[-+][\w.]+)?$|^[~^>=<]+\s*\d/, 'version'],
  [/^\d{4}-\d\d-\d\d(?:[T ][\d:.Z+-]+)?$|^\d\d:\d\d(?::\d\d)?$/, 'date'],
  [/^(?:0x[0-9a-f]{1,8}|#[0-9a-f]{3,8}|rgba?\(.*\))$/i, 'number'],
  [/^[A-Za-z_$][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*)*\s*(?:\(|\[["'\w])/, 'expression'],
  [
    /^(?:new|await|async|function|return|typeof|lambda|not|import|require|def|class|enum|struct|const|let|var)\s/,
    'expression',
  ],
  [/=>|===|!==|&&|\|\||\(\)|;\s*$|^\(|^function\b|:=|\breturn\b/, 'expression'],
  [/^[A-Za-z_]\w*(?:(?:\.|->|::)[A-Za-z_]\w*){2,}$/, 'dotted name'],
  [/^[a-z_]+(?:\.(?:\d{1,2}|[a-z_]+)){2,}$/, 'dotted name'],
  [/^[A-Z]\d(?:[A-Z][a-z]+){2,}$/, 'type name'],
  [/^--[a-z][a-z\d-]+$/, 'option'],
  [/^[<>!]\w{0,3}=/, 'expression'],
  [/^[a-z]{2,12}(?:_[a-z]{2,12}){2,}$/, 'identifier'],
  [/^[a-z]+(?:[A-Z][a-z]+)+(?:64|32|16|256|512|8)$/, 'identifier'],
  [/^[a-z]+[a-zA-Z]*\.[a-z][a-zA-Z]+$|^[A-Z][A-Za-z]+\.[A-Z]?[a-zA-Z]+$/, 'dotted name'],
  [/^[A-Z]+\d{0,2}(?:_[A-Z]+\d{0,2})+$/, 'constant name'],
  [/^(?:\.{1,2}|~|[A-Za-z]:)?[/\\][\w.@~+%*-]+(?:[/\\][\w.@ ~+%*-]*)*$|^(?:[\w.@-]+\/)+[\w-]+\.[a-z]{2,5}$/, 'path'],
  [
    /^[\w./-]+\.(?:json|ya?ml|xml|txt|pem|key|crt|cer|p12|pfx|jks|js|ts|py|java|go|rb|php|html?|css|md|conf|cfg|ini|env|properties|log|sh|tmpl|tpl|dll|so|exe|png|svg|jpe?g|gif|po|sql|db|lock|toml|c|h|cpp|proto|vue|jsx|tsx|erb|gz|zip|tar)$/i,
    'file name',
  ],
  [/^[a-z][a-z0-9+.-]*:\/\/(?![^/\s]*:[^/\s@]+@)[^\s]*$/i, 'URL'],
  [/^(?:urn|mailto|tel|data|javascript|cid|about|classpath|oid|did):/i, 'URI'],
  [/^(?:application|text|image|audio|video|multipart|font|message)\/[\w.+*-]+/, 'MIME type'],
  [/^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i, 'mail address'],
  [/^\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?$/, 'address'],
  [
    /^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|local|internal|svc|cloud|app|edu|gov|de|fr|uk|cn|ru|jp|info)(?::\d+)?(?:\/\S*)?$/i,
    'host name',
  ],
  [
    /^\^|\$$(?<=[\])+*}]\$)|\\[dwsb](?:[+*{\]]|\b)|\[\^|\[[^\]\s]{0,12}?(?:a-z|A-Z|0-9)|\[[a-zA-Z]-[a-zA-Z]|\(\?[:=!<]|\.\*|\.\+|\[0-9\]/,
    'regular expression',
  ],
  [
    /^(?:select|insert|update|delete|create|alter|drop|grant|varchar|char|text|nvarchar|int|bigint)\b(?:\s|\(|$)/i,
    'SQL',
  ],
  [
    /^(?:[.#][a-z][\w-]*|\[[\w-]+(?:[~|^$*]?=[^\]]*)?\]|[a-z]+\[[^\]]*\]|input|button|form|textarea)(?:[ >.#:[][\w\s>.#:[\]="'-]*)?$/i,
    'selector',
  ],
  [/^(?:no)?(?:bold|italic|underline)\b/, 'text style'],
  [/^(?:(?:ctrl|control|cmd|command|alt|option|shift|meta|super|mod|win)\s?[-+]\s?)+\w+$/i, 'key combination'],
  [
    /^(?:utf[-_]?(?:8|16|32)(?:[-_]?[lb]e)?|latin-?\d|iso-?8859-?\d+|windows-?12\d\d|us-?ascii|ascii|base64(?:url)?|hex|gbk|big5|shift_?jis|euc-\w+|koi8-r|cp\d{3,5})$/i,
    'encoding',
  ],
  [/^(?:HS|RS|ES|PS)(?:256|384|512)$|^(?:AES|3?DES|RSA|SHA|MD5|HMAC|EC)[A-Z\d/_-]*$|^PBE[Ww]ith\w+$/, 'algorithm'],
  [
    /^(?:bcrypt|scrypt|argon2\w{0,2}|pbkdf2(?:[-_]\w+)*|(?:hmac-?)?(?:sha-?\d+|md5)|scram-sha-\d+|aes-?\d+(?:-\w{3})?|ed25519|rsa|ecdsa|plain(?:text)?|crypt|cram-md5|digest-md5|gssapi|ntlm|kerberos|negotiate)$/i,
    'algorithm',
  ],
  [
    /^(?:[A-Za-z]+[_-])*(?:String|Integer|Int|Bool(?:ean)?|Number|Object|Array|List|Map|Any|Bytes?|Char|Float|Double|Date|UUID|Optional|Secret(?:Str|String)?)(?:[!?]|\[\]|<.*>)*$/,
    'type name',
  ],
];

/** Nouns of our own trade: an identifier that contains one names a secret. */
const trade =
  /pass(?:word|wd|phrase|code)?|pwd|secret|token|credential|auth|login|logon|signin|api_?key|key|csrf|jwt|session|cookie|oauth|bearer|account|user|hash|field|input|button|label|title|error|invalid|message|policy|reset|forgot|confirm|expired|required|missing/i;

/** A name from a palette or a layout, with a number. */
const design =
  /^[a-z]+(?:[A-Z][a-z]+)*(?:Color|Colour|Foreground|Background|Border|Stroke|Accent|Primary|Secondary|Surface|Shadow|Spacing|Radius|Font|Icon|Layer)(?:[A-Z][a-z]+)*\d{1,3}$/;

/** Whether the value is code, an identifier, a path, a URL without credentials, a pattern or another non-secret shape. */
export function findCodeShape(value: string): string | undefined {
  const text = value.trim();
  for (const [pattern, name] of shapes) if (pattern.test(text)) return name;
  if (
    /^[A-Za-z][A-Za-z]*(?:[-_.:/ ][A-Za-z]+)*$/.test(text) &&
    trade.test(text) &&
    (text.length < 64 || /[-_.:/ ]/.test(text)) &&
    !isRandomCase(text)
  )
    return 'identifier';
  if (/\s/.test(text) && /[{}();=<>]/.test(text) && /[A-Za-z]{2}/.test(text)) return 'expression';
  if (/^[^\w\s]+$/.test(text)) return 'punctuation';
  if (design.test(text)) return 'identifier';
  return undefined;
}

/** Letters whose case changes too often for words. */
function isRandomCase(text: string): boolean {
  const words = text.replace(/[^A-Za-z]/g, '');
  const changes = words.match(/[a-z][A-Z]|[A-Z]{2}[a-z]/g)?.length ?? 0;
  return words.length >= 16 && changes * 5 > words.length;
}
