import type { FastifyInstance } from 'fastify'
import { makeServer } from './platform/http.ts'
import type { Platform } from './platform/platform.ts'
import { startWorking } from './platform/tasks.ts'
import { Trouble } from './platform/trouble.ts'
import { routes, schedule, works } from './routes.ts'

/** A server that answers: its address, and how to stop it without cutting off work under way. */
export type RunningServer = { address: string; stop(): Promise<void> }

/** Starts the web server and the queue on an open platform. */
export async function serve(platform: Platform): Promise<RunningServer> {
  const app = await makeServer(platform, routes)
  const address = await listen(app, platform)
  const runner = await startWorking(platform, works, schedule)
  const stop = async () => {
    app.server.closeAllConnections()
    await app.close()
    await runner.stop()
    await platform.stop()
  }
  return { address, stop }
}

async function listen(app: FastifyInstance, platform: Platform): Promise<string> {
  const { host, port } = platform.settings
  try {
    return await app.listen({ host, port })
  } catch (cause) {
    throw new Trouble(
      {
        id: `Porta ${port} di ${host} sedang dipakai program lain. Hentikan program itu, atau pilih porta lain dengan --port.`,
        en: `Port ${port} on ${host} is used by another program. Stop that program, or choose another port with --port.`,
      },
      { cause },
    )
  }
}
