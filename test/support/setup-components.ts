import '@testing-library/jest-dom/vitest'
import '../../src/styles.css'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

configure({ reactStrictMode: true })

// Testing Library cleans up by itself only where afterEach is a global.
afterEach(cleanup)
