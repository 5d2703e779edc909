import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef, forwardRef } from 'react'
import { expect, it, vi } from 'vitest'
import type { PartProps } from '../../src/parts/render-part.js'
import { renderPart } from '../../src/parts/render-part.js'

interface GreetState {
  readonly loud: boolean
  readonly tone: 'warm' | undefined
}

const ours = vi.fn()
const Greet = forwardRef<HTMLButtonElement, PartProps<'button', GreetState>>(function Greet(props, ref) {
  const state: GreetState = { loud: true, tone: undefined }
  const defaults = { type: 'button', title: 'Greets', onClick: ours, children: 'Hello' }
  return renderPart('button', props, { name: 'greet', state, ref, defaults })
})

it('adds the class of the caller to its own', () => {
  render(<Greet className="wide" />)
  expect(screen.getByRole('button')).toHaveClass('ef-greet', 'wide')
})

it('shows its state as data attributes, and what is not so not at all', () => {
  render(<Greet />)
  expect(screen.getByRole('button')).toHaveAttribute('data-loud', '')
  expect(screen.getByRole('button')).not.toHaveAttribute('data-tone')
})

it('lets the caller say what it says', () => {
  render(
    <Greet title="Salutes" type={undefined}>
      Hi
    </Greet>,
  )
  expect(screen.getByRole('button', { name: 'Hi' })).toHaveAttribute('title', 'Salutes')
  expect(screen.getByRole('button')).toHaveAttribute('type', 'button')
})

it('calls the handler of the caller first, and its own unless that is prevented', async () => {
  const order: string[] = []
  ours.mockImplementation(() => order.push('ours'))
  const { rerender } = render(<Greet onClick={() => order.push('theirs')} />)
  await userEvent.click(screen.getByRole('button'))
  expect(order).toEqual(['theirs', 'ours'])

  rerender(<Greet onClick={(event) => event.preventDefault()} />)
  await userEvent.click(screen.getByRole('button'))
  expect(order).toEqual(['theirs', 'ours'])
})

it('gives its element to the ref', () => {
  const ref = createRef<HTMLButtonElement>()
  render(<Greet ref={ref} />)
  expect(ref.current).toBe(screen.getByRole('button'))
})

it('can have another element, with its props, state and ref', () => {
  const ref = createRef<HTMLButtonElement>()
  const { rerender } = render(<Greet ref={ref} render={<strong className="mine" />} />)
  expect(ref.current?.localName).toBe('strong')
  expect(ref.current).toHaveClass('ef-greet', 'mine')
  expect(ref.current).toHaveTextContent('Hello')

  rerender(<Greet render={({ children }, { loud }) => <b>{loud ? <>{children}</> : null}!</b>} />)
  expect(screen.getByText('Hello!').localName).toBe('b')
})

it('tells the element to the part and to the ref of the element in its place', () => {
  const [ours, theirs] = [createRef<HTMLButtonElement>(), createRef<HTMLAnchorElement>()]
  render(<Greet ref={ours} render={<a href="#there" aria-label="There" ref={theirs} />} />)
  expect(theirs.current).toBe(screen.getByRole('link'))
  expect(ours.current).toBe(theirs.current)
})
