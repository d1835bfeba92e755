import { test } from 'vitest'
import { completion } from '../../server/src/features/completion'
import { check } from '../support/check'
const S = (p: string, end = '\n') => `## Initiatives

### #1 Plasma

#### What is it?

${p}

## References

[7] Plasma: a primer, J. Poon, https://www.plasma.io/primer, Date accessed: 2018-06-07.

[12] Rootstock, https://rsk.co, Date accessed: 2018-06-07.${end}`
const D = (p: string) => S(p).replace('[7]', '[[7]]').replace('[12]', '[[12]]')
const cases = [
 '[$0', '[$0]', '[[$0', '[[$0]]', '[[$0]', '[7$0]', '[$07]', '[7$0', '[[7$0]]', '[1$0', '[pla$0', '[pla$0]', '[plasma pri$0', '[plasma pri$0] more', '[pri pla$0', '[poon$0', '[rsk.co$0', '[plamsa$0',
 '[plasma$0 primer]', '[$0plasma primer]', '[pla$0 and more words', '[pla$0sma and [7]', '([7], [$0', '([7], [$0)', '[7][$0', '[7][$0]', '([$0)', 'word[$0', 'a[$0', 'x_[$0', '😀漢字 [$0', '😀 e\u0301 [poon$0]', '- see [$0', '> see [$0', '1. see [$0', '*see [$0*', '**[$0**',
 '- [$0', '- [$0]', '- [ $0]', '- [x$0]', '- [x$0] done', '> - [$0 ]', '1. [$0]', '1) [$0 ] x', '[^$0', '[^1$0]', '[$0^1]', '> [!$0NOTE]', '> [$0!NOTE]', '[text]($0)', '[te$0xt](http://a.b)', '[text](http://a.b/[$0)', '[text]([$0)', '[text][$0]', '![$0', '![al$0t](x.png)', '![alt]([$0)', '`[$0`', '`a [$0 b`', '```\n[$0\n```', '    [$0', '<!-- [$0 -->', '<!-- [$0', 'a <!-- [$0 --> b', '<div>\n[$0\n</div>', '<b title="[$0">x</b>', '$x[$0$', '\\[$0', '\\\\[$0', '<http://a.b/[$0>', 'http://a.b/[$0', '[7]$0', '[7] $0', 'plain $0', '[]$0', 'see [7$0](http://a.b)', 'see [[7$0]](http://a.b)', '[ $0', '[ $0]', '[7 $0', '[, $0', '[7, $0]', '[7, 12$0]', '[7, $0','[zzz$0', '| [$0 | b |\n|---|---|', 'x\n[$0', '[$0\n[12] x',
]
test('x', async () => {
  for (const s of [...cases.map(S => S)]) {
    for (const [n, f] of [['S', S], ['D', D]] as any) {
    if (n === 'D' && !/^\[{1,2}7?\$0\]{0,2}$|^\(\[/.test(s)) continue
    let r: any
    try { r = (await check(completion, f(s))).map((x) => x.split(' → ')[0].slice(0, 6) + ' → ' + x.split(' → ').slice(1).join(' → ')) } catch (e) { r = 'ERR ' + (e as Error).message.split('\n')[0] }
    process.stdout.write(n + ' ' + JSON.stringify(s).padEnd(30) + JSON.stringify(r) + '\n')
  }}
})
