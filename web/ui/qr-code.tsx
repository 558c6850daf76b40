import { encodeQR } from 'qr'
import { useMemo } from 'react'

/** A text as a QR code, drawn as one shape so that it prints sharp; black on white in every appearance, as scanners want it. */
export function QrCode({ text, label, size = 184 }: { text: string; label: string; size?: number }) {
  const { shape, modules } = useMemo(() => shapeOf(text), [text])
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={shape} fill="#000" />
    </svg>
  )
}

function shapeOf(text: string): { shape: string; modules: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 3 })
  const squares = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { shape: squares.join(''), modules: rows.length }
}
