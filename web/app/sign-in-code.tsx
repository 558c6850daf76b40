import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { presentCode } from '../../src/platform/session-api.ts'
import { appText } from '../text/app.ts'
import { useText } from '../text/language.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { call } from './call.ts'
import { CodeInput } from './code-input.tsx'
import { shownOf } from './problem.ts'
import { useKeepSession } from './session.tsx'
import style from './sign-in.module.css'

/** Asks for the code of the second factor after the password fitted. */
export function CodeForm() {
  const text = useText(appText)
  const keep = useKeepSession()
  const [code, setCode] = useState('')
  const showing = useMutation({ mutationFn: () => call(presentCode, { body: { code } }), onSuccess: keep })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    showing.mutate()
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <CodeInput label={text.code} description={text.codeHint} value={code} onChange={setCode} />
      {showing.isError && <ProblemNotice problem={shownOf(showing.error)} />}
      <Button type="submit" loading={showing.isPending}>
        {text.signIn}
      </Button>
    </form>
  )
}
