/** The rules of the customer's page: one column, sentences first, one filled button. Targets are 44 px high. */
export const rules = `*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--text);background:var(--ground);overflow-wrap:break-word}
body{margin:0;min-height:100vh;display:flex;flex-direction:column}
h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.015em;font-weight:650;margin:0 0 .75rem;text-wrap:balance}
h2{font-size:1.125rem;line-height:1.3;font-weight:650;margin:2.75rem 0 .75rem}
h3{font-size:1rem;font-weight:650;margin:1.75rem 0 .5rem}
p{margin:0 0 1rem;max-width:38rem}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.wide{width:100%;max-width:46rem;margin:0 auto;padding:0 1.25rem}
.skip{position:absolute;left:-99rem;padding:.75rem 1rem;background:var(--ground)}
.skip:focus{left:.5rem;top:.5rem;z-index:1}
.top{border-bottom:1px solid var(--line)}
.top .wide{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.25rem;min-height:4rem;padding-top:.5rem;padding-bottom:.5rem}
.brand{display:flex;align-items:center;gap:.625rem;min-height:44px;flex:1 1 12rem;min-width:0;font-weight:650;color:inherit;text-decoration:none}
.top nav,.top ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;list-style:none;margin:0;padding:0}
.top nav a,.plain{display:inline-flex;align-items:center;min-height:44px;color:var(--muted);text-decoration:none;font-size:.9375rem}
.top nav a[aria-current]{color:var(--text);font-weight:600}
.top nav a:hover,.plain:hover{color:var(--text);text-decoration:underline}
.plain{border:0;padding:0;background:none;font:inherit;font-size:.9375rem;cursor:pointer}
main{flex:1;padding-top:2.5rem!important;padding-bottom:4rem!important}
.back{display:inline-flex;align-items:center;min-height:44px;margin:-1.25rem 0 .25rem;font-size:.9375rem;color:var(--muted);text-decoration:none}
.back:hover{color:var(--text);text-decoration:underline}
.kicker{margin:0 0 .25rem;color:var(--muted);font-size:.9375rem}
.lead{font-size:1.125rem;line-height:1.5;margin-bottom:1.25rem}
.muted,small{color:var(--muted);font-size:.9375rem}
small{display:block;font-weight:400}
.amount,.facts dd,.sums td{font-variant-numeric:tabular-nums}
.bar{display:block;width:100%;max-width:38rem;height:6px;margin:0 0 .5rem;border-radius:3px;background:var(--line)}
.bar rect{fill:var(--accent)}
.ends{display:flex;justify-content:space-between;gap:1rem;max-width:38rem;margin:0 0 1.5rem;font-size:.875rem;color:var(--muted)}
.do{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;margin:1.5rem 0}
.do form{display:flex}
.near{margin:0 0 1rem}
.after{margin-top:1rem}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:44px;padding:.5rem 1.25rem;border:1px solid var(--accent);border-radius:8px;background:var(--accent);color:var(--on);font:inherit;font-weight:600;text-decoration:none;text-align:center;cursor:pointer}
.button:hover{text-decoration:underline}
.second{background:none;border-color:var(--frame);color:var(--text)}
.rows,.steps,.ticks{list-style:none;margin:0;padding:0}
.rows{border-top:1px solid var(--line)}
.rows>li{border-bottom:1px solid var(--line)}
.row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.125rem 1.5rem;padding:.875rem 0;color:inherit;text-decoration:none}
a.row{position:relative;padding-right:1.75rem}
a.row::after{content:"";position:absolute;right:.5rem;top:50%;width:.5rem;height:.5rem;margin-top:-.25rem;border:solid var(--muted);border-width:2px 2px 0 0;transform:rotate(45deg)}
a.row:hover{background:var(--soft)}
a.row:hover strong{text-decoration:underline}
.row>:first-child{flex:1 1 15rem;min-width:0}
.row .side{text-align:right}
.row strong{font-weight:600}
.state{display:inline-block;padding:.0625rem .5rem;border-radius:99px;font-size:.8125rem;font-weight:600;background:var(--soft);color:var(--muted)}
.good{background:var(--good-soft);color:var(--good)}
.warn{background:var(--warn-soft);color:var(--warn)}
.bad{background:var(--bad-soft);color:var(--bad)}
.note{max-width:38rem;margin:0 0 1.75rem;padding:.875rem 1.125rem;border-radius:8px;border-left:4px solid currentcolor}
.note p{margin:0;color:var(--text)}
.note p+p,.note ul+p{margin-top:.5rem}
.note ul{margin:.375rem 0 0;padding-left:1.25rem;color:var(--text)}
.note a{color:inherit}
.facts{margin:0;border-top:1px solid var(--line)}
.facts>div{display:flex;flex-wrap:wrap;gap:0 1.5rem;padding:.625rem 0;border-bottom:1px solid var(--line)}
.facts dt{flex:0 0 11rem;color:var(--muted);font-size:.9375rem}
.facts dd{flex:1 1 14rem;margin:0;min-width:0}
.copy{-webkit-user-select:all;user-select:all;cursor:copy}
.sums{width:100%;border-collapse:collapse;border-top:1px solid var(--line)}
.sums th,.sums td{padding:.75rem 0;border-bottom:1px solid var(--line);text-align:left;font-weight:400;vertical-align:top}
.sums td{padding-left:1rem;text-align:right;white-space:nowrap}
.sums tfoot tr:last-child *{font-weight:650;border-bottom:0}
.sums caption,.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.pay{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}
.pay .facts{flex:1 1 20rem}
.code{margin:0;width:11rem;text-align:center}
.code svg{display:block;width:11rem;height:11rem;border-radius:8px;background:#fff}
.steps li{position:relative;padding:0 0 1.125rem 1.5rem}
.steps li::before{content:"";position:absolute;left:0;top:.5em;width:9px;height:9px;border-radius:50%;background:var(--frame)}
.steps li:not(:last-child)::after{content:"";position:absolute;left:4px;top:1.3em;bottom:-.3em;width:1px;background:var(--line)}
.ticks li{position:relative;padding:.25rem 0 .25rem 1.75rem}
.ticks li::first-letter{text-transform:uppercase}
.ticks li::before{content:"✓";position:absolute;left:.25rem;color:var(--good);font-weight:700}
.ticks .no::before{content:"–";color:var(--muted)}
.field{margin:0 0 1.25rem;max-width:30rem}
.field label,legend{display:block;font-weight:600;margin:0 0 .25rem;padding:0}
.field input,.field textarea,.field select{display:block;width:100%;min-height:44px;padding:.5rem .75rem;border:1px solid var(--frame);border-radius:8px;background:var(--ground);color:inherit;font:inherit}
.field textarea{min-height:6.5rem;resize:vertical}
.field .hint{display:block;margin:.25rem 0 .375rem;font-size:.9375rem;color:var(--muted)}
.error{display:block;margin:.25rem 0 .375rem;font-weight:600;color:var(--bad)}
.field [aria-invalid]{border:2px solid var(--bad)}
fieldset.narrow{max-width:30rem}
fieldset{margin:0 0 1.75rem;padding:0;border:0;min-width:0;outline-offset:6px}
[aria-invalid] .choice{border-color:var(--bad)}
.choice{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;margin:.625rem 0;padding:.875rem 1rem;border:1px solid var(--frame);border-radius:8px;cursor:pointer}
.choice:has(:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
.choice:has(:disabled){border-color:var(--line);box-shadow:none;color:var(--muted);cursor:auto}
.choice:has(:focus-visible){outline:3px solid var(--accent);outline-offset:2px}
.choice input{width:1.25rem;height:1.25rem;margin:0;accent-color:var(--accent);outline:0}
.choice>span:nth-of-type(1){flex:1 1 11rem;min-width:0;font-weight:600}
.foot{border-top:1px solid var(--line);font-size:.875rem;color:var(--muted)}
.foot .wide{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 2rem;padding-top:1.25rem;padding-bottom:2rem}
.foot p{margin:0}
.foot a{color:inherit}
@media (max-width:34rem){.top .wide{gap:0 1rem;padding-top:.25rem;padding-bottom:.25rem}.top nav{order:3;width:100%}.brand{flex-basis:8rem}.top ul{gap:0 1rem}.top nav a{font-size:.875rem}h1{font-size:1.5rem}main{padding-top:1.75rem!important}.button,.do form{width:100%}.facts dt{flex-basis:100%}.row .side{text-align:left}.code{width:100%}.code svg{margin:0 auto}}
@media (forced-colors:active){.bar rect{fill:CanvasText}.state{border:1px solid}}
@media (prefers-reduced-motion:no-preference){.button{transition:background-color .15s}}
@media print{.top nav,.top form,.back,.do,.skip,.foot nav{display:none!important}html{font-size:10.5pt}main{padding:1rem 0!important}h2{break-after:avoid}.rows>li,.sums tr,.facts>div{break-inside:avoid}}
`;
