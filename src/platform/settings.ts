import { resolve } from 'node:path'

/** Every setting of UCOK, read once from the environment; `docs/guides/settings.md` is written from this list. */
export type Settings = {
  /** Folder of the embedded database and of uploaded files. */
  dataFolder: string
  /** Connection string of an outside PostgreSQL; absent means embedded. Its role migrates. */
  databaseUrl: string | undefined
  /** Connection string of the working role; absent means `databaseUrl` with `role=ucok_app`. */
  appDatabaseUrl: string | undefined
  host: string
  port: number
  /** Public address, when the app stands behind a proxy that ends TLS; cookies are then `Secure`. */
  publicUrl: string | undefined
  /** Sign-in through a provider (OpenID Connect); absent where people sign in here alone. */
  provider: ProviderSettings | undefined
  logLevel: string
  /** Largest upload, bytes. */
  uploadLimit: number
  /** Account in whose name the command line acts when `--as` is not given. */
  commandLineUser: string | undefined
  /** Keys that open sealed columns, `name:base64` by commas; absent means the key ring file in the data folder. */
  keys: string | undefined
  /** A ClamAV daemon (`host:port`) that reads every upload first; absent means nothing is scanned. */
  virusScanner: string | undefined
  /** Addresses of proxies whose word on who calls is believed, by commas; absent means nobody's. */
  trustedProxies: string | undefined
}

/** A sign-in provider with discovery, as its administrator gave it to us. */
export type ProviderSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  scopes: string
  /** The claim that names a person as their account here does; an e-mail address counts only when the provider verified it. */
  claim: string
  /** What the button calls the provider. */
  name: string
}

export type SettingDescription = { name: string; fallback: string; id: string; en: string }

export const settingDescriptions: readonly SettingDescription[] = [
  {
    name: 'UCOK_DATA',
    fallback: './data',
    id: 'Folder basis data tertanam dan berkas unggahan.',
    en: 'Folder of the embedded database and of uploaded files.',
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    id: 'PostgreSQL ≥ 16 milik sendiri; kosong berarti basis data tertanam.',
    en: 'A PostgreSQL ≥ 16 of your own; empty means the embedded database.',
  },
  {
    name: 'DATABASE_APP_URL',
    fallback: '',
    id: 'Sambungan peran kerja (ucok_app) bila terpisah dari peran migrasi.',
    en: 'Connection of the working role (ucok_app) when it is not the migrating one.',
  },
  { name: 'UCOK_HOST', fallback: '127.0.0.1', id: 'Alamat tempat server mendengarkan.', en: 'Address the server listens on.' },
  { name: 'UCOK_PORT', fallback: '8080', id: 'Porta server.', en: 'Port of the server.' },
  {
    name: 'UCOK_PUBLIC_URL',
    fallback: '',
    id: 'Alamat publik di belakang proksi TLS; kuki menjadi Secure.',
    en: 'Public address behind a TLS proxy; cookies become Secure.',
  },
  {
    name: 'UCOK_OIDC_ISSUER',
    fallback: '',
    id: 'Penyedia masuk OpenID Connect, misalnya https://sso.contoh.go.id/realms/pemda; kosong berarti tanpa penyedia.',
    en: 'OpenID Connect provider, for example https://sso.contoh.go.id/realms/pemda; empty means none.',
  },
  { name: 'UCOK_OIDC_CLIENT_ID', fallback: '', id: 'Nama UCOK pada penyedia itu.', en: 'The name of UCOK at that provider.' },
  {
    name: 'UCOK_OIDC_CLIENT_SECRET',
    fallback: '',
    id: 'Rahasia UCOK pada penyedia itu.',
    en: 'The secret of UCOK at that provider.',
  },
  {
    name: 'UCOK_OIDC_SCOPES',
    fallback: 'openid email',
    id: 'Cakupan yang diminta dari penyedia.',
    en: 'Scopes asked of the provider.',
  },
  {
    name: 'UCOK_OIDC_CLAIM',
    fallback: 'email',
    id: 'Klaim yang dicocokkan dengan “identitas SSO” akun; alamat surel harus sudah diverifikasi penyedia.',
    en: 'The claim compared with an account’s “SSO identity”; an e-mail address must be verified by the provider.',
  },
  {
    name: 'UCOK_OIDC_NAME',
    fallback: 'SSO',
    id: 'Nama penyedia pada tombol masuk.',
    en: 'The provider’s name on the sign-in button.',
  },
  {
    name: 'UCOK_LOG',
    fallback: 'info',
    id: 'Tingkat catatan: debug, info, warn, error, silent.',
    en: 'Log level: debug, info, warn, error, silent.',
  },
  {
    name: 'UCOK_UPLOAD_LIMIT',
    fallback: '209715200',
    id: 'Ukuran unggahan terbesar, dalam bita.',
    en: 'Largest upload, in bytes.',
  },
  {
    name: 'UCOK_USER',
    fallback: '',
    id: 'Akun yang dipakai baris perintah bila --as tidak diberikan.',
    en: 'Account the command line acts for when --as is not given.',
  },
  {
    name: 'UCOK_KEYS',
    fallback: '',
    id: 'Kunci penyegel kolom rahasia, nama:base64 dipisah koma, yang pertama menyegel; kosong berarti keys.json dalam folder data.',
    en: 'Keys of sealed columns, name:base64 by commas, the first one seals; empty means keys.json in the data folder.',
  },
  {
    name: 'UCOK_CLAMD',
    fallback: '',
    id: 'Pemindai virus ClamAV (host:porta) yang memeriksa setiap unggahan lebih dulu; kosong berarti tidak dipindai.',
    en: 'A ClamAV virus scanner (host:port) that reads every upload first; empty means nothing is scanned.',
  },
  {
    name: 'UCOK_TRUSTED_PROXIES',
    fallback: '',
    id: 'Alamat proksi yang dipercaya menyebut alamat pemanggil, dipisah koma, misalnya 127.0.0.1; kosong berarti tidak ada.',
    en: 'Addresses of proxies that are believed about who calls, by commas, such as 127.0.0.1; empty means none.',
  },
]

/** Reads the settings; options of the command line win over the environment. */
export function readSettings(options: { data?: string; port?: number } = {}, env: NodeJS.ProcessEnv = process.env): Settings {
  const fallback = (name: string) => settingDescriptions.find((setting) => setting.name === name)?.fallback ?? ''
  const text = (name: string) => env[name] || fallback(name)
  return {
    dataFolder: resolve(options.data ?? text('UCOK_DATA')),
    databaseUrl: options.data === undefined ? text('DATABASE_URL') || undefined : undefined,
    appDatabaseUrl: text('DATABASE_APP_URL') || undefined,
    host: text('UCOK_HOST'),
    port: options.port ?? Number(text('UCOK_PORT')),
    publicUrl: text('UCOK_PUBLIC_URL') || undefined,
    provider: readProvider(text),
    logLevel: text('UCOK_LOG'),
    uploadLimit: Number(text('UCOK_UPLOAD_LIMIT')),
    commandLineUser: text('UCOK_USER') || undefined,
    keys: text('UCOK_KEYS') || undefined,
    virusScanner: text('UCOK_CLAMD') || undefined,
    trustedProxies: text('UCOK_TRUSTED_PROXIES') || undefined,
  }
}

function readProvider(text: (name: string) => string): ProviderSettings | undefined {
  const issuer = text('UCOK_OIDC_ISSUER')
  if (issuer === '') return undefined
  return {
    issuer,
    clientId: text('UCOK_OIDC_CLIENT_ID'),
    clientSecret: text('UCOK_OIDC_CLIENT_SECRET'),
    scopes: text('UCOK_OIDC_SCOPES'),
    claim: text('UCOK_OIDC_CLAIM'),
    name: text('UCOK_OIDC_NAME'),
  }
}

/** The guide to the settings, `docs/guides/settings.md`, written from their one list. */
export function settingsGuide(): string {
  const rows = settingDescriptions.map(
    (setting) =>
      `| \`${setting.name}\` | ${setting.fallback === '' ? '–' : `\`${setting.fallback}\``} | ${setting.id} | ${setting.en} |`,
  )
  return [
    '# Pengaturan / Settings',
    '',
    'Semua pengaturan dibaca dari lingkungan. / Every setting is read from the environment.',
    '',
    '| | | Indonesia | English |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
