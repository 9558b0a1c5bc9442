// Reading a subflow's actions from the model that is drawn.

/** The input and output parameters of an element. */
export function ioOf(element) {
  return element.businessObject.extensionElements?.values?.find((each) => each.$type === 'camunda:InputOutput');
}

export function inputOf(element, name) {
  return ioOf(element)?.inputParameters?.find((each) => each.name === name);
}

/** `transformPayload` of `${transformPayload}`; empty for what is no action. */
export function actionOf(element) {
  return element.businessObject.get('camunda:delegateExpression')?.match(/^\s*[$#]\{\s*(\w+)\s*\}\s*$/)?.[1] ?? '';
}

/** The actions, each behind those that it may follow. */
export function actionsInOrder(modeler) {
  const all = modeler.get('elementRegistry').filter((each) => each.type !== 'label' && !each.labelTarget);
  const waiting = all.filter((each) => each.type === 'bpmn:StartEvent');
  const seen = new Set(waiting);
  for (const element of waiting) {
    for (const { target } of element.outgoing) {
      if (target && !seen.has(target)) {
        seen.add(target);
        waiting.push(target);
      }
    }
  }
  const found = (element) => element.type === 'bpmn:ServiceTask' && actionOf(element);
  return [...waiting.filter(found), ...all.filter((each) => !seen.has(each) && found(each))];
}
