import { test } from 'vitest'
import { openDocument, applyEdits } from '../../../server/src/core'
import { convert, wayBack } from '../../../server/src/core/operations/convert'
import { isRefusal } from '../../../server/src/core/operations/operation'
import { revisions } from '../../support/corpus'
test('x', () => {
  for (const {name,text} of revisions()) {
    const d=openDocument(text)
    if(name.startsWith('130')) for(const r of d.survey.references) if([19,54,65,67,71,79,80,83,91,45].includes(r.number)) console.log(text.slice(r.span.from,r.span.to))
    if(!/^(104|087|088)/.test(name)) continue
    const o=convert.plan(d,{to:'seed'})
    if(isRefusal(o))continue
    const out=applyEdits(text,o.edits)
    const after=openDocument(out)
    const back=convert.plan(after,wayBack(d,{to:'seed'}))
    if(isRefusal(back))continue
    const t=applyEdits(out,back.edits)
    const A=text.split('\n'),B=t.split('\n'),C=out.split('\n')
    let n=0
    for(let i=0;i<A.length&&n<6;i++) if(A[i]!==B[i]){console.log(name,i,JSON.stringify(A[i]?.slice(0,200)),JSON.stringify(B[i]?.slice(0,200)), JSON.stringify(C[i]?.slice(0,200)));n++}
  }
})
