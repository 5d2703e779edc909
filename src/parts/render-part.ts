import type { ComponentPropsWithoutRef, JSX, ReactElement } from 'react'
import { cloneElement, createElement, version } from 'react'

/** The props of a part: those of its element, and `render` to have another element in its place. */
export type PartProps<
  Tag extends keyof JSX.IntrinsicElements,
  State = object,
> = ComponentPropsWithoutRef<Tag> & {
  /** Another element that takes the part's props, or a function of these props and the part's state. */
  readonly render?: RenderPart<State> | undefined
}

/** What to render in a part's place. */
export type RenderPart<State> =
  ReactElement | ((props: Readonly<Record<string, unknown>>, state: State) => ReactElement)

interface Part<State> {
  /** The default class without its `ef-`. */
  readonly name: string
  /** Becomes `data-*`: `true` is there, `false` and `undefined` are not, strings are values. */
  readonly state?: State
  /** Held against the element by the part's `forwardRef`. */
  readonly ref?: unknown
  /** What the part gives its element where the caller says nothing else; event handlers are both called. */
  readonly defaults?: object
}

/** Renders the one element of a part. */
export function renderPart<State extends object>(
  tag: keyof JSX.IntrinsicElements,
  { render, ...props }: { readonly render?: RenderPart<State> | undefined },
  { name, state, ref, defaults }: Part<State>,
): ReactElement {
  const own = { className: `ef-${name}`, ...dataAttributes(state), ...defaults }
  const merged = { ...mergeProps(own, props), ...(ref ? { ref } : undefined) }
  // Only a part without state has none to give.
  if (typeof render === 'function') return render(merged, state ?? ({} as State))
  if (!render) return createElement(tag, merged)
  const both = bothRefs(merged['ref'], refOf(render))
  return cloneElement(render, {
    ...mergeProps(merged, render.props as Props),
    ...(both ? { ref: both } : undefined),
  })
}

/** React 19 has the ref among the props, React 18 beside them. */
function refOf(element: ReactElement): unknown {
  const holder = Number.parseInt(version) >= 19 ? element.props : element
  return (holder as { readonly ref?: unknown }).ref
}

/** The part may hold on to its element itself, and so may the caller. */
function bothRefs(ours: unknown, theirs: unknown): unknown {
  if (!ours || !theirs) return ours ?? theirs
  return (element: unknown) => {
    for (const ref of [ours, theirs]) {
      if (typeof ref === 'function') ref(element)
      else (ref as { current: unknown }).current = element // what is no function is an object of React's
    }
  }
}

type Props = Record<string, unknown>

/** The caller's props win; classes add up; of two event handlers the caller's is first and may prevent ours. */
function mergeProps(ours: object, theirs: object): Props {
  const merged: Props = { ...ours }
  for (const [key, value] of Object.entries(theirs)) {
    const own = merged[key]
    if (value === undefined) continue
    if (key === 'className') merged[key] = [own, value].filter(Boolean).join(' ')
    else if (isHandler(key, value) && isHandler(key, own)) merged[key] = chain(value, own)
    else merged[key] = value
  }
  return merged
}

type Handler = (event: { readonly defaultPrevented?: boolean }, ...rest: readonly unknown[]) => void

function isHandler(key: string, value: unknown): value is Handler {
  return typeof value === 'function' && /^on[A-Z]/.test(key)
}

function chain(first: Handler, second: Handler): Handler {
  return (event, ...rest) => {
    first(event, ...rest)
    if (!event?.defaultPrevented) second(event, ...rest)
  }
}

function dataAttributes(state: object = {}): Props {
  const attributes: Props = {}
  for (const [key, value] of Object.entries(state)) {
    if (value !== undefined && value !== false) attributes[`data-${key}`] = value === true ? '' : value
  }
  return attributes
}
