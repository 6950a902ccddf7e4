import { unleet } from './unleet.ts';
import { isMadeOf, splitWords } from './words.ts';

/** Words that say "put yours here" or "not real" wherever they stand as a whole word. */
const telling = new Set(
  (
    'example examples sample samples dummy fake placeholder changeme changeit changethis changemeplease replaceme replace redacted ' +
    'todo fixme tbd insert your yours yourself foobar foobaz fooobar lorem ipsum notreal notasecret bogus mock mocked stub masked hidden removed ' +
    'censored sanitized scrubbed filtered obfuscated unused ignored whatever invalid incorrect wrong nonexistent unknown ' +
    'overwrite override obsolete thisis notused donotuse insecure unsafe'
  ).split(' '),
);

/** Words a sample is put together from; a value of nothing else names a secret instead of being one. */
const usual = new Set([
  ...telling,
  ...(
    'a an the my our new old this that is it of for to in on here some any one two be not no and or with from same other another ' +
    'password passwords passwd pass pwd passphrase passcode pin pw secret secrets token tokens key keys api apikey auth access refresh bearer ' +
    'client app user username login account admin administrator root guest db database mysql postgres postgresql pg redis mongo mongodb rabbitmq ' +
    'test tests testing tester tests demo dev devel development prod production staging stage local localhost default defaults super supersecret secure ' +
    'some long longer byte bytes base encoded character characters chars length least minimum than that are readonly readwrite chap snmp priv privacy mutual strong very really random long string value text word phrase foo bar baz qux quux bla blah abc xyz hello world hi welcome change me please ' +
    'set enter put use must should id uuid hash salt jwt session cookie csrf encryption encrypt signing sign private public shared master ' +
    'service server host name first second third confirm confirmation current temp temporary good bad valid empty none null undefined nil true false ' +
    'basic oauth saml oidc webhook ssh ssl tls smtp mail email ftp ldap http https aws gcp azure github gitlab google slack stripe twilio npm docker ' +
    'vault consul kafka elastic elasticsearch kibana grafana jenkins minio minioadmin prefix suffix scope vagrant wordpress drupal joomla magento laravel django rails spring symfony flask'
  ).split(' '),
]);
const longestUsual = 18;

/** Digits and signs that people append to a sample without making it a secret. */
const trivialRest =
  /^(?:0{1,8}|[1-9]|1?12?3?4?5?6?7?8?9?0?|(?:0?1?2?3?4?5?6?7?8?9?)|[1-9]1{1,5}|321|4321|54321|42|007|666|999|11|22|33|01|02|03|10|100|123\d|16|32|64|128|256|1024)$/;

/** Whether words in the value say that it is a sample. "test" inside a long random token is chance and does not count. */
export function findSampleWords(value: string): string | undefined {
  const words = splitWords(value);
  if (words.length === 0) return undefined;
  const letters = words.join('');
  if (value.includes('EXAMPLE') || /example$/i.test(value)) return 'sample (EXAMPLE)';
  const strong = words.filter((word) => telling.has(word) && word.length > 3).join('').length;
  const digits = value.replace(/\D/g, '').length;
  if (strong > 0 && (value.length < 24 || (strong * 4 >= letters.length && digits * 4 <= value.length)))
    return 'sample words';
  if (
    /^(?:change|replace|insert|enter|put|add|set|use|type|fill|paste|provide|choose|pick|generate|create|specify)(?:[-_ ]?(?:me|this|it|here|in|your|with|the|a))/i.test(
      value,
    )
  )
    return 'sample words';
  if (/(?:change|replace)[-_ ]?me|your[-_ ]|placeholder|dummy|[-_ ]here$/i.test(value) && value.length < 60)
    return 'sample words';
  const rest = value.replace(/[A-Za-z\s_.,:;/\\'"<>()[\]-]+/g, '');
  if ((rest === '' || trivialRest.test(rest)) && isMadeOf(letters, usual, longestUsual)) return 'sample words';
  const plain = unleet(value.replace(/[!.?]{1,3}$/, ''));
  if (/^[a-z]{4,}$/.test(plain) && usual.has(plain)) return 'sample words';
  return undefined;
}
