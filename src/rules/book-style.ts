/** How the printed rule book looks. */
export const style = `
body{font:15px/1.5 system-ui,sans-serif;color:#1d2a33;margin:0 auto;max-width:60rem;padding:2rem 1rem}
h1{margin:0}h2{margin:2.5rem 0 .5rem;border-top:2px solid #0b6b5d;padding-top:1rem}h3{margin:1.5rem 0 .25rem}
small,.other{color:#52626e;font-size:.9em;font-weight:400}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}a{color:#0b6b5d}
table{border-collapse:collapse;width:100%;margin:.75rem 0}caption{text-align:left;font-weight:600}
th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #dde3e7}td p{margin:.25rem 0;font-size:.9em}
td:first-child{white-space:nowrap}.figure td:last-child{white-space:nowrap}.rows td:first-child{white-space:normal}
mark{white-space:nowrap;background:#fff0c2;padding:0 .25rem;border-radius:.2rem}.unread td{background:#fffaf0}
svg{width:240px;height:40px}path{fill:none;stroke:#0b6b5d;stroke-width:2}
@media print{section{break-inside:avoid-page}nav{display:none}}
`
