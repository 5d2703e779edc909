import type { Upload } from '../../src/index.js'
import { FileList } from '../../src/index.js'

/** A row with everything an upload can say and everything that can be done to it. */
export function UploadRow({ upload }: { readonly upload: Upload }) {
  return (
    <FileList.Item upload={upload}>
      <FileList.Thumb />
      <FileList.Main>
        <FileList.Title>
          <FileList.Name />
        </FileList.Title>
        <FileList.Meta>
          <FileList.Status />
          <FileList.Size className="ef-minor" />
          <FileList.Speed className="ef-minor" />
          <FileList.TimeLeft className="ef-keep" />
        </FileList.Meta>
      </FileList.Main>
      <FileList.Actions>
        <FileList.Choices>
          <FileList.RetryButton whenRefused={false} />
          <FileList.SaveAgainButton />
          <FileList.ContinueButton />
          <FileList.ChooseSameFileButton />
          <FileList.ChooseAnotherButton onChooseAnother={() => {}} />
          <FileList.KeepUnattachedButton />
        </FileList.Choices>
        <FileList.PauseButton />
        <FileList.DownloadButton />
        <FileList.CancelButton />
        <FileList.RemoveButton />
      </FileList.Actions>
      <FileList.Progress />
    </FileList.Item>
  )
}
