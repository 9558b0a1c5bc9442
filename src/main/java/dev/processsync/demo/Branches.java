package dev.processsync.demo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Takes a branch out of a model: everything that only it leads to goes; its first sequence flow is
 * led on to where the branch joined the rest, so that choosing it does nothing.
 */
final class Branches {

  private final Document document;

  Branches(Document document) {
    this.document = document;
  }

  /** The branch is the one that this activity is on, from the gateway before it. */
  void takeOut(Element activity) {
    Element entry = fromGateway(activity);
    Set<String> kept = reachable(start(), entry);
    Set<String> dropped = reachable(entry.getAttribute("targetRef"), entry);
    dropped.removeAll(kept);
    String join =
        flows()
            .filter(flow -> dropped.contains(flow.getAttribute("sourceRef")))
            .map(flow -> flow.getAttribute("targetRef"))
            .filter(kept::contains)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The branch joins the rest nowhere."));
    entry.setAttribute("targetRef", join);
    addIncoming(element(join), entry);
    flows()
        .filter(flow -> dropped.contains(flow.getAttribute("sourceRef")))
        .toList()
        .forEach(this::remove);
    dropped.forEach(id -> remove(element(id)));
    new Diagram(document).redraw(entry);
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

  /** Beside the other references: the schema wants them before what a node consists of. */
  private void addIncoming(Element node, Element flow) {
    Element incoming = document.createElementNS(Xml.BPMN, "bpmn:incoming");
    incoming.setTextContent(flow.getAttribute("id"));
    node.insertBefore(incoming, Xml.all(node, Xml.BPMN, "incoming").get(0));
  }

  private void remove(Element element) {
    String id = element.getAttribute("id");
    new Diagram(document).remove(id);
    Stream.of("incoming", "outgoing")
        .flatMap(name -> Xml.all(document, Xml.BPMN, name).stream())
        .filter(reference -> reference.getTextContent().trim().equals(id))
        .toList()
        .forEach(reference -> reference.getParentNode().removeChild(reference));
    element.getParentNode().removeChild(element);
  }
}
