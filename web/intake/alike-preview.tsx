import type { foreseeAlike } from '../../src/intake/repairs-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { repairText } from '../text/intake-repairs.ts'
import { intakeText } from '../text/intake.ts'
import { useText } from '../text/language.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import style from './intake.module.css'
import { useVerdict } from './states.ts'

/** What mending would do: how many rows, how they would be judged, and some of them before and after. */
export function AlikePreview({ preview }: { preview: AnswerOf<typeof foreseeAlike> }) {
  const text = useText(repairText)
  const words = useText(intakeText)
  const verdict = useVerdict()
  const { cells, verdicts, unfitting, examples } = preview
  return (
    <div className={style.preview} aria-live="polite">
      <strong>{cells === 0 ? text.nothingForeseen : text.foreseen(cells)}</strong>
      {cells > 0 && <p>{text.foreseenVerdicts(verdicts.accepted, verdicts.review, verdicts.refused)}</p>}
      {unfitting > 0 && <p className="quiet">{text.unfitting(unfitting)}</p>}
      {examples.length > 0 && (
        <table>
          <caption>{text.examples}</caption>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{text.before}</th>
              <th scope="col">{text.after}</th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {examples.map((example) => (
              <tr key={`${example.fileId} ${example.row}`}>
                <th scope="row">{example.fullName}</th>
                <td>{example.written === '' ? <em>{words.emptyCell}</em> : example.written}</td>
                <td>{example.becomes}</td>
                <td>
                  <StatusBadge tone={verdict(example.verdict).tone}>{verdict(example.verdict).word}</StatusBadge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
