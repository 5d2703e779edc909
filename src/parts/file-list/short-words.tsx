interface ShortWordsProps {
  readonly long: string
  readonly short: string
}

/** The words of a button that has a name: rows of one line show the short ones. */
export function ShortWords({ long, short }: ShortWordsProps) {
  return (
    <>
      <span className="ef-long">{long}</span>
      <span className="ef-short">{short}</span>
    </>
  )
}
