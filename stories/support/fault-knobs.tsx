import { useStore } from 'zustand'
import type { FaultConsoleProps } from './fault-console.js'
import type { Network } from './knobs.js'
import { faultKnobs, switches } from './knobs.js'

/** One control for each thing that can go wrong. */
export function FaultKnobs({ day, words }: FaultConsoleProps) {
  const knobs = useStore(day.knobs)
  return (
    <>
      <div className="console-knobs">
        <fieldset className="console-knob">
          <legend>{words.network}</legend>
          <span className="console-pills">
            {networks.map((network) => (
              <button
                key={network}
                type="button"
                aria-pressed={knobs.network === network}
                onClick={() => day.turn({ network })}
              >
                {words.networks[network]}
              </button>
            ))}
          </span>
        </fieldset>
        {faultKnobs.map((knob) => (
          <label key={knob} className="console-knob">
            <span>
              {words.knobs[knob][0]} <small>{words.knobs[knob][1]}</small>
            </span>
            <input
              type="range"
              min={0}
              max={100}
              step={5}
              value={knobs.percent[knob]}
              aria-valuetext={`${knobs.percent[knob]} %`}
              onChange={(event) =>
                day.turn({ percent: { ...knobs.percent, [knob]: Number(event.target.value) } })
              }
            />
            <bdi dir="ltr" className="console-percent" aria-hidden>
              {knobs.percent[knob]} %
            </bdi>
          </label>
        ))}
      </div>
      <div className="console-knobs">
        {switches.map((name) => (
          <label key={name} className="console-knob">
            <span>
              {words.switches[name]}{' '}
              {name === 'searchLags' && <small>{`${knobs.lagMs / 1000}\u00a0s`}</small>}
            </span>
            <input
              type="checkbox"
              role="switch"
              aria-checked={knobs[name]}
              className="console-switch"
              checked={knobs[name]}
              onChange={(event) => day.turn({ [name]: event.target.checked })}
            />
          </label>
        ))}
      </div>
    </>
  )
}

const networks: readonly Network[] = ['good', '3g', 'offline']
