import { createHash } from 'node:crypto';
import { unleet } from './unleet.ts';

/** Default credentials that products and images ship with and that everyone knows. */
const defaults = new Set(
  (
    'admin administrator root toor guest user postgres mysql mariadb minioadmin minio minio123 vagrant changeit raspberry elastic kibana rabbitmq cassandra neo4j neo4jneo4j mongo ' +
    'couchdb oracle tiger scott sa sonar jenkins tomcat manager docker keycloak public private anonymous nobody zabbix nagios testing123 letmein welcome welcome1 iloveyou monkey dragon hunter2 ' +
    'trustno1 qwerty123 passw0rd p@ssw0rd pa55w0rd s3cr3t s3cret secr3t t0ps3cret supersecret topsecret sekret sekrit sesame opensesame swordfish keyboard thisisasecret thisisnotasecret notsosecret correcthorsebatterystaple'
  ).split(' '),
);

/** First 16 hexadecimal digits of the SHA-256 of published samples and emulator keys, so that none stands here in plain. */
const published = new Set<string>([
  /* Azurite account key */ '0011cc25eb432071',
  /* Cosmos DB emulator key */ 'aa6547439583c3a2',
  /* jwt.io HS256 */ '7f75367e78812551',
  /* jwt.io HS256, older */ 'da816f9f2c16e6c5',
  /* Stripe documentation */ '2cafc0970149a84f',
  /* Stripe documentation, older */ 'f2d6ca16515033e5',
  /* AWS documentation */ '78314b11be2e5815',
  /* RFC 7515 A.1 */ '8b1b17a9740c068a',
  /* RFC 6455 */ '15cef4b629cc2d07',
  /* RFC 6455 GUID */ '7f44193a6edea087',
  /* RFC 7617 Aladdin */ 'cf4d418ed3de92d7',
  /* RFC 7617 test */ '0e9d220616f08345',
  /* RFC 6750 */ 'b8e148545b13c78b',
  /* RFC 6749 client secret */ '53f5da0aaa93d64c',
  /* RFC 6749 refresh */ '00cf4c781dc37003',
  /* RFC 6749 access */ '6c96130f130ab0d6',
  /* OAuth 1.0 secret */ 'cb87c87e4a138d9a',
  /* OAuth1 tok */ '649e1f5c769e718b',
  /* Twitter docs */ '5aac38e542b76b97',
  /* Twitter docs consumer */ '00b3dc640c9c99fc',
  /* Mailgun docs */ '9c846fdf0fa8955c',
  /* RFC 6238 seed */ '549c9390539efcfa',
  /* TOTP sample */ '8be5d113c0871ce1',
  /* admin:admin */ '12d8d9ea56a1acfb',
  /* user:password */ 'bdfeaef44475711c',
  /* username:password */ 'e4da07ad200089ce',
  /* guest:guest */ '7739e94d2e121098',
  /* foo:bar */ 'fe97449352b1d67c',
  /* admin:password */ '696a63e2409e663a',
  /* user:passwd */ '16ec2b2d9242d621',
  /* postman */ 'cf84f0b84b9f3b2a',
  /* test:test */ '9fdb2e159e0f26a9',
  /* RFC 5849 key */ '293257ab6495ebb1',
  /* RFC 5849 token */ '2ff8b0fb93aca981',
  /* RFC 5849 consumer */ '80f8b7c904d4a43f',
  /* RFC 5849 temporary */ '4c20e6f5cc11b937',
  /* RFC 5849 verifier */ '5586407997f5e849',
  /* RFC 6750 token */ 'a71b359a87afde13',
  /* RFC 5849 nonce */ 'b7c51d51ea830295',
  /* SHA-1 of nothing */ '07e23ede2756aa3f',
  /* MD5 of nothing */ 'f215faf9d88b7f0a',
  /* SHA-256 of nothing */ 'cd372fb85148700f',
  /* gcloud, application default */ 'f0386f9be1fe905f',
  /* gcloud */ '456a51b1f1b3cf3e',
  /* Dynatrace documentation */ '9154e2e6fbfb1e50',
  /* Dynatrace documentation, older */ '559fab6733c70720',
  /* PyPI prefix */ '9c19196bccd3b627',
]);

/** Whether the value is a published sample or a default credential that everyone knows. */
export function findVendorSample(value: string): string | undefined {
  if (defaults.has(value.toLowerCase().replace(/[\s_-]|@$/g, ''))) return 'well-known default';
  if (defaults.has(unleet(value))) return 'well-known default';
  if (/^keyboard[ -_]?cat$/i.test(value)) return 'well-known default';
  if (value.length >= 8 && published.has(digest(value))) return 'published sample';
  return undefined;
}

function digest(value: string): string {
  return createHash('sha256').update(value, 'latin1').digest('hex').slice(0, 16);
}
