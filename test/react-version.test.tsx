import * as React from 'react'
import * as ReactDOM from 'react-dom'
import { expect, it } from 'vitest'

it('runs on the React it was told to', () => {
  const wanted = `${import.meta.env.REACT}.`
  expect(React.version.startsWith(wanted)).toBe(true)
  expect(ReactDOM.version.startsWith(wanted)).toBe(true)
})
