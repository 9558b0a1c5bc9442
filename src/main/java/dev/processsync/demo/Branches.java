package dev.processsync.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Takes a branch out of a model: its first sequence flow and everything that only it leads to, in
 * the drawing too. What met its condition goes the gateway's default way from then on; a gateway
 * that has nothing left to join goes as well.
 */
final class Branches {

  private final Document document;

  Branches(Document document) {
    this.document = document;
  }

  /** The branch is the one that this activity is on, from the gateway before it. */
  void takeOut(Element activity) {
    Element entry = fromGateway(activity);
    Set<String> dropped = reachable(entry.getAttribute("targetRef"), entry);
    dropped.removeAll(reachable(start(), entry));
    List<Element> gone =
        flows()
            .filter(flow -> flow == entry || dropped.contains(flow.getAttribute("sourceRef")))
            .toList();
    gone.forEach(this::remove);
    dropped.forEach(id -> remove(element(id)));
    gone.stream()
        .map(flow -> flow.getAttribute("targetRef"))
        .filter(id -> !dropped.contains(id))
        .distinct()
        .map(this::element)
        .filter(left -> left.getLocalName().endsWith("Gateway"))
        .forEach(this::takeOutIfItJoinsNothing);
  }

  /** The one way in leads on to where the one way out led. */
  private void takeOutIfItJoinsNothing(Element gateway) {
    String id = gateway.getAttribute("id");
    List<Element> in = flows().filter(flow -> flow.getAttribute("targetRef").equals(id)).toList();
    List<Element> out = flows().filter(flow -> flow.getAttribute("sourceRef").equals(id)).toList();
    if (in.size() != 1 || out.size() != 1) {
      return;
    }
    Element way = in.get(0);
    Element rest = out.get(0);
    new Lines(document).join(way.getAttribute("id"), rest.getAttribute("id"));
    way.setAttribute("targetRef", rest.getAttribute("targetRef"));
    references(rest.getAttribute("id"))
        .filter(reference -> reference.getLocalName().equals("incoming"))
        .toList()
        .forEach(reference -> reference.setTextContent(way.getAttribute("id")));
    references(way.getAttribute("id"))
        .filter(reference -> reference.getParentNode() == gateway)
        .toList()
        .forEach(gateway::removeChild);
    remove(rest);
    remove(gateway);
  }

  private Element fromGateway(Element activity) {
    Element at = activity;
    while (true) {
      String id = at.getAttribute("id");
      Element flow =
          flows()
              .filter(candidate -> candidate.getAttribute("targetRef").equals(id))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(id + " is on no branch."));
      at = element(flow.getAttribute("sourceRef"));
      if (at.getLocalName().endsWith("Gateway")) {
        return flow;
      }
    }
  }

  private String start() {
    return Xml.all(document, Xml.BPMN, "startEvent").get(0).getAttribute("id");
  }

  /** What can be reached from a node without passing a sequence flow; boundary events included. */
  private Set<String> reachable(String from, Element without) {
    Set<String> seen = new LinkedHashSet<>(List.of(from));
    boolean grew = true;
    while (grew) {
      Set<String> next = new LinkedHashSet<>();
      flows()
          .filter(flow -> flow != without && seen.contains(flow.getAttribute("sourceRef")))
          .forEach(flow -> next.add(flow.getAttribute("targetRef")));
      Xml.all(document, Xml.BPMN, "boundaryEvent").stream()
          .filter(event -> seen.contains(event.getAttribute("attachedToRef")))
          .forEach(event -> next.add(event.getAttribute("id")));
      grew = seen.addAll(next);
    }
    return seen;
  }

  private Stream<Element> flows() {
    return Xml.all(document, Xml.BPMN, "sequenceFlow").stream();
  }

  private Element element(String id) {
    return Xml.all(document, Xml.BPMN, "*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The model has no element " + id));
  }

  private void remove(Element element) {
    String id = element.getAttribute("id");
    drawing(id).forEach(shape -> shape.getParentNode().removeChild(shape));
    references(id).toList().forEach(reference -> reference.getParentNode().removeChild(reference));
    element.getParentNode().removeChild(element);
  }

  /** Where nodes name a sequence flow as one of theirs. */
  private Stream<Element> references(String flow) {
    return Stream.of("incoming", "outgoing")
        .flatMap(name -> Xml.all(document, Xml.BPMN, name).stream())
        .filter(reference -> reference.getTextContent().trim().equals(flow));
  }

  private List<Element> drawing(String id) {
    return Stream.of("BPMNShape", "BPMNEdge")
        .flatMap(kind -> Xml.all(document, Xml.DIAGRAM, kind).stream())
        .filter(shape -> shape.getAttribute("bpmnElement").equals(id))
        .toList();
  }
}
