type Asked = Readonly<Record<string, string | number | undefined>>

/** One step of an address; a step that starts with `$` stands for any (in `routes.tsx`). */
function step(value: string | number): string {
  const text = String(value)
  return text.startsWith('$') ? text : encodeURIComponent(text)
}

function asking(path: string, asked: Asked = {}): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined && value !== '') written.set(name, String(value))
  return written.size === 0 ? path : `${path}?${written}`
}

/** Every address of the app. Pages link to each other only through this, and `routes.tsx` takes its patterns from it. */
export const paths = {
  home: () => '/',
  approvals: () => '/persetujuan',
  approvalsOwn: (asked?: Asked) => asking('/persetujuan/saya', asked),
  approvalHistory: (asked?: Asked) => asking('/persetujuan/riwayat', asked),
  approvalRules: () => '/persetujuan/aturan',
  approval: (id: string) => `/persetujuan/permintaan/${step(id)}`,
  intakes: (asked?: Asked) => asking('/pendataan', asked),
  intake: (id: string, asked?: Asked) => asking(`/pendataan/${step(id)}`, asked),
  intakeNew: () => '/pendataan/baru',
  intakeColumns: (id: string, list: string) => `/pendataan/${step(id)}/daftar/${step(list)}/kolom`,
  workers: (asked?: Asked) => asking('/pekerja', asked),
  worker: (id: string, asked?: Asked) => asking(`/pekerja/${step(id)}`, asked),
  workerLog: (id: string | number) => `/pekerja/${step(id)}/catatan-akses`,
  duplicates: (asked?: Asked) => asking('/duplikat', asked),
  matching: (asked?: Asked) => asking('/pencocokan', asked),
  matchingDifferences: (asked?: Asked) => asking('/pencocokan/perbedaan', asked),
  matchingDecisions: (asked?: Asked) => asking('/pencocokan/keputusan', asked),
  matchingDue: (asked?: Asked) => asking('/pencocokan/perlu-ditanyakan', asked),
  matchingRequests: (asked?: Asked) => asking('/pencocokan/permintaan', asked),
  matchingRun: (id: string) => `/pencocokan/${step(id)}`,
  programmes: (asked?: Asked) => asking('/program', asked),
  programmeNew: () => '/program/baru',
  programme: (id: string, asked?: Asked) => asking(`/program/${step(id)}`, asked),
  candidates: (programme: string, asked?: Asked) => asking(`/program/${step(programme)}/calon`, asked),
  candidate: (programme: string, worker: string) => `/program/${step(programme)}/calon/${step(worker)}`,
  ruleSets: (asked?: Asked) => asking('/kelayakan/aturan', asked),
  ruleSet: (id: string, asked?: Asked) => asking(`/kelayakan/aturan/${step(id)}`, asked),
  decree: (programme: string, decree: string) => `/program/${step(programme)}/sk/${step(decree)}`,
  memberships: (asked?: Asked) => asking('/kepesertaan', asked),
  membership: (worker: string | number) => `/kepesertaan/${step(worker)}`,
  contributions: (asked?: Asked) => asking('/iuran', asked),
  contributionRun: (id: string, asked?: Asked) => asking(`/iuran/${step(id)}`, asked),
  contributionRunPeople: (id: string) => `/iuran/${step(id)}/orang`,
  contributionRunLeftOut: (id: string) => `/iuran/${step(id)}/tidak-ikut`,
  budget: (asked?: Asked) => asking('/anggaran', asked),
  books: () => '/anggaran/pembukuan',
  coverage: (asked?: Asked) => asking('/cakupan', asked),
  rules: (asked?: Asked) => asking('/aturan', asked),
  rule: (id: string) => `/aturan/${step(id)}`,
  places: (asked?: Asked) => asking('/tempat', asked),
  customaryVillages: (asked?: Asked) => asking('/tempat/desa-adat', asked),
  universe: (asked?: Asked) => asking('/tempat/semesta', asked),
  auditTrail: (asked?: Asked) => asking('/administrasi/jejak-audit', asked),
  privacy: (asked?: Asked) => asking('/administrasi/privasi', asked),
  retention: () => '/administrasi/privasi/retensi',
  processing: () => '/administrasi/privasi/pemrosesan',
  breaches: () => '/administrasi/privasi/insiden',
  breach: (id: string) => `/administrasi/privasi/insiden/${step(id)}`,
  people: (asked?: Asked) => asking('/administrasi/orang', asked),
  person: (id: string, asked?: Asked) => asking(`/administrasi/orang/${step(id)}`, asked),
  ownAccount: (asked?: Asked) => asking('/akun', asked),
  accountLink: () => '/tautan',
  gallery: (asked?: Asked) => asking('/galeri', asked),
} as const
