// What is told about many records.
import { Button } from '../button.jsx';
import { DialogBody, DialogFoot, openDialog } from '../dialog.jsx';

/** Tells which of many could not be done, and why. */
export function reportFailures(title, failures) {
  openDialog(title, ({ close }) => (
    <>
      <DialogBody>
        <div class="table-scroll" tabindex={0}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Record</th>
                <th scope="col">Reason</th>
              </tr>
            </thead>
            <tbody>
              {failures.map(({ name, reason }, at) => (
                <tr key={at}>
                  <td>{name}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </DialogBody>
      <DialogFoot>
        <Button look="button--primary" onClick={() => close()}>
          Close
        </Button>
      </DialogFoot>
    </>
  ));
}
