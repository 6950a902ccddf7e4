import type { Recipe } from './planted.ts';

/** Code. */
export const sources: readonly Recipe[] = [
  [
    'main.go',
    (p) =>
      `package main\n\nconst apiKey = "${p.random('alnum', 32)}"\n\nfunc open() { sql.Open("mysql", "root:${p.random('alnum', 14)}@tcp(127.0.0.1:3306)/shop") }\n`,
  ],
  [
    'client.go',
    (p) =>
      `cfg := Config{\n\tUsername: "svc",\n\tPassword: "${p.password()}",\n\tToken:    "${p.random('url', 43)}",\n}\n`,
  ],
  [
    'src/main.rs',
    (p) =>
      `const SECRET: &str = "${p.random('alnum', 40)}";\nlet client = Client::new().basic_auth("svc", Some("${p.password('generated')}"));\n`,
  ],
  [
    'app.php',
    (p) =>
      `<?php\n$conn = mysqli_connect("localhost", "root", "${p.password()}", "shop");\n$apiSecret = '${p.random('hex', 40)}';\n`,
  ],
  ['pdo.php', (p) => `$pdo = new PDO('mysql:host=db;dbname=shop', 'shop', '${p.password('generated')}');\n`],
  [
    'app.rb',
    (p) =>
      `client = Mysql2::Client.new(host: "db", username: "shop", password: "${p.password()}")\nStripe.api_key = "${p.token('stripe-live-key')}"\n`,
  ],
  [
    'Api.kt',
    (p) =>
      `object Api {\n    const val API_SECRET = "${p.random('alnum', 32)}"\n    private val dbPassword: String = "${p.password('generated')}"\n}\n`,
  ],
  [
    'Api.swift',
    (p) =>
      `struct Api {\n    static let clientSecret = "${p.random('alnum', 40)}"\n    let password: String = "${p.password()}"\n}\n`,
  ],
  [
    'Db.java',
    (p) =>
      `public class Db {\n  private static final String PASSWORD = "${p.password()}";\n  Connection open() { return DriverManager.getConnection("jdbc:mysql://db/shop", "shop", "${p.password('generated')}"); }\n}\n`,
  ],
  [
    'Mail.cs',
    (p) =>
      `smtp.Credentials = new NetworkCredential("mailer@acme.io", "${p.password()}");\nvar key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("${p.random('alnum', 40)}"));\n`,
  ],
  [
    'auth.ts',
    (p) =>
      `export const config = {\n  clientId: 'shop',\n  clientSecret: '${p.random('url', 40)}',\n};\njwt.sign(payload, '${p.random('alnum', 32)}');\n`,
  ],
  [
    'server.js',
    (p) =>
      `app.use(session({ secret: '${p.random('alnum', 24)}', resave: false }));\nmongoose.connect('mongodb://app:${p.random('alnum', 16)}@db:27017/app');\n`,
  ],
  ['db.js', (p) => `const pool = mysql.createPool({ host: 'db', user: 'shop', password: '${p.password()}' });\n`],
  [
    'bot.py',
    (p) =>
      `TOKEN = "${p.token('telegram-bot-token')}"\nclient = boto3.client("s3", aws_access_key_id="${p.token('aws-access-key-id')}", aws_secret_access_key="${p.random('base64', 40)}")\n`,
  ],
  [
    'db.py',
    (p) =>
      `conn = psycopg2.connect(host="db", dbname="shop", user="shop", password="${p.password('generated')}")\nengine = create_engine("postgresql://shop:${p.random('alnum', 16)}@db/shop")\n`,
  ],
  [
    'req.py',
    (p) =>
      `r = requests.get(url, auth=("svc", "${p.password()}"), headers={"X-API-KEY": "${p.random('alnum', 36)}"})\n`,
  ],
  [
    'crypt.py',
    (p) =>
      `fernet = Fernet(b"${p.as(p.random('url', 43), (key) => `${key}=`)}")\napp.config['SECRET_KEY'] = '${p.random('hex', 48)}'\n`,
  ],
  [
    'mail.pl',
    (p) =>
      `my $dbh = DBI->connect("dbi:mysql:shop", "shop", "${p.password()}");\nmy $password = '${p.password('generated')}';\n`,
  ],
  [
    'conn.scala',
    (p) =>
      `val password = "${p.password()}"\nval ds = Map("user" -> "shop", "password" -> "${p.password('generated')}")\n`,
  ],
  [
    'config.exs',
    (p) =>
      `config :shop, Shop.Repo,\n  username: "shop",\n  password: "${p.password()}"\nconfig :shop, ShopWeb.Endpoint, secret_key_base: "${p.random('base64', 64)}"\n`,
  ],
  [
    'db.R',
    (p) =>
      `con <- dbConnect(RPostgres::Postgres(), user = "shop", password = "${p.password()}")\nSys.setenv(API_KEY = "${p.random('alnum', 32)}")\n`,
  ],
  [
    'conn.cpp',
    (p) =>
      `static const char* kApiToken = "${p.random('alnum', 40)}";\nmysql_real_connect(conn, "db", "shop", "${p.password('generated')}", "shop", 0, NULL, 0);\n`,
  ],
  [
    'sketch.ino',
    (p) =>
      `const char* ssid = "office";\nconst char* password = "${p.password()}";\n#define WIFI_PASS "${p.random('alnum', 14)}"\n`,
  ],
  [
    'main.dart',
    (p) => `const String apiKey = '${p.random('alnum', 32)}';\nfinal secretKey = '${p.random('hex', 32)}';\n`,
  ],
  [
    'api.lua',
    (p) =>
      `local red = redis:new()\nred:auth("${p.random('alnum', 24)}")\nlocal api_secret = "${p.random('alnum', 32)}"\n`,
  ],
  [
    'job.groovy',
    (p) =>
      `def password = '${p.password()}'\nhttpRequest customHeaders: [[name: 'Authorization', value: 'Bearer ${p.random('alnum', 40)}']]\n`,
  ],
  ['conn.vb', (p) => `Dim conn As String = "Server=db;Database=shop;Uid=shop;Pwd=${p.random('alnum', 14)};"\n`],
  ['elixir.ex', (p) => `@api_token "${p.random('alnum', 40)}"\n`],
  [
    'Gruntfile.js',
    (p) =>
      `grunt.initConfig({ sftp: { options: { host: 'web', username: 'deploy', password: '${p.password()}' } } });\n`,
  ],
  [
    'script.js',
    (p) =>
      `fetch(url, { headers: { Authorization: 'Bearer ${p.random('alnum', 40)}', 'x-api-key': '${p.random('alnum', 40)}' } });\n`,
  ],
];
