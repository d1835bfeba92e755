import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { openDocument, applyEdits } from '../../../server/src/core'
import { convert, wayBack } from '../../../server/src/core/operations/convert'
import { isRefusal } from '../../../server/src/core/operations/operation'
import { revisions } from '../../support/corpus'
test('x', () => {
  const seed = readFileSync('/work/shared/seed/layer-2-scaling-survey.md','utf8')
  for (const {name,text} of [{name:'seed',text:seed},...revisions()]) for (const to of ['seed','published']) for (const inexact of ['leave','convert']) {
    const d=openDocument(text)
    const t=performance.now()
    const o=convert.plan(d,{to,inexact})
    const ms=(performance.now()-t).toFixed(1)
    if(isRefusal(o)){console.log(name,to,inexact,o.refused);continue}
    const out=applyEdits(text,o.edits)
    const after=openDocument(out)
    const back=convert.plan(after,wayBack(d,{to}))
    const same=isRefusal(back)?back.refused:applyEdits(out,back.edits)===text
    const twice=convert.plan(after,{to,inexact})
    console.log(name,to,inexact,'edits',o.edits.length,'changes',o.changes.length,'losses',o.losses.length,'same',same,'twice',isRefusal(twice)?twice.refused:twice.edits.length, ms+'ms',JSON.stringify(wayBack(d,{to})))
    if(inexact==='leave'&&(['104','048','087','130'].some(n=>name.startsWith(n))||name==='seed'))console.log(o.losses.map(l=>'   '+l).join('\n'))
    if(to==='seed'&&inexact==='leave'&&false)console.log(out.slice(out.indexOf('## References')).slice(0,3000))
  }
})
