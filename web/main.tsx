// Days are Temporal's; browsers without it get a polyfill, and only they fetch it.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')

const { start } = await import('./app/start.tsx')
const place = document.querySelector<HTMLElement>('#app')
if (place !== null) start(place)
