import '@testing-library/jest-dom/vitest'
import '../../src/styles.css'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// What a test waits for comes when it comes, on a busy machine too.
configure({ reactStrictMode: true, asyncUtilTimeout: 20_000 })

// Testing Library cleans up by itself only where afterEach is a global.
afterEach(cleanup)

// What outlives a reload would outlive a test.
afterEach(() => sessionStorage.clear())
