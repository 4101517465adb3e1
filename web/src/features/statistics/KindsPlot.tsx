import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useWords } from '../../i18n'
import { number } from '../../i18n/format'
import { useGo } from '../../ui/address'
import { uiWords } from '../../ui/messages'
import { usePhone } from '../../ui/screen'
import { entriesAddress, type Statistics } from './api'
import classes from './KindsPlot.module.css'
import { colourOf, countOf, kindsOf } from './kinds'
import { statisticsWords } from './messages'
import { longStep, shortStep } from './steps'

/** Recharts writes these colours at the element itself, where no class can change them. */
const floating = { borderColor: 'var(--line)', borderRadius: 'var(--radius-control)', background: 'var(--surface)' }
const tick = { fontSize: 12, fill: 'var(--text3)' }

/** Bars over time, stacked by kind; a piece of a bar leads to its entries. The same figures stand in `KindsTable`. */
export function KindsPlot({ statistics, title }: { statistics: Statistics; title: string }) {
  const t = useWords(statisticsWords)
  const ui = useWords(uiWords)
  const go = useGo()
  const phone = usePhone()
  const { steps, step, figures, entries } = statistics
  const kinds = kindsOf(statistics)
  const data = steps.map((one) => ({
    name: shortStep(one.from, step, !phone),
    whole: longStep(one, step),
    ...Object.fromEntries(kinds.map((kind) => [kind, countOf(one, kind)])),
  }))
  return (
    <div
      role="img"
      aria-label={t('kinds.about', { title, count: figures.count })}
      className={classes.plot}
      style={{ minInlineSize: phone ? Math.max(steps.length * 30, 0) : 0 }}
    >
      <ResponsiveContainer>
        <BarChart
          data={data}
          margin={{ top: 8, right: 0, left: 0, bottom: 0 }}
          barCategoryGap="26%"
          maxBarSize={64}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line2)" />
          <XAxis
            dataKey="name"
            tickLine={false}
            axisLine={false}
            tick={tick}
            interval={steps.length <= 13 ? 0 : 'preserveStartEnd'}
          />
          <YAxis
            width="auto"
            tickLine={false}
            axisLine={false}
            tick={tick}
            allowDecimals={false}
            tickFormatter={(value: number) => number(value)}
          />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
            contentStyle={floating}
            labelFormatter={(label, items) => String(items[0]?.payload.whole ?? label)}
            formatter={(value) => number(Number(value))}
            isAnimationActive={false}
          />
          {kinds.map((kind) => (
            <Bar
              key={kind}
              dataKey={kind}
              name={ui(`kind.${kind}`)}
              stackId="all"
              fill={colourOf(kind)}
              fillOpacity={0.86}
              stroke="var(--surface)"
              isAnimationActive={false}
              cursor="pointer"
              onClick={(_, at) => go(entriesAddress(entries, steps[at]?.entries ?? {}, { kind }))}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
