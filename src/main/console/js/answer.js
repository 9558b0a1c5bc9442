// What has to be asked of the instance before it can be shown.
import { useEffect, useState } from 'preact/hooks';

/**
 * What `ask()` answers: `{value}` or `{refusal}`, neither until it does. It is asked anew when one of `of` is another;
 * an answer that comes after that is of no use any more. What is shown meanwhile is the last answer.
 */
export function useAnswer(ask, of) {
  const [answer, take] = useState({});
  useEffect(() => {
    let isWanted = true;
    Promise.resolve(ask()).then(
      (value) => isWanted && take({ value }),
      (refusal) => isWanted && take({ refusal }),
    );
    return () => {
      isWanted = false;
    };
  }, of);
  return answer;
}
