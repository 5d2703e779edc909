'use client'
export { useIsomorphicLayoutEffect } from '../hooks/use-isomorphic-layout-effect.js'
