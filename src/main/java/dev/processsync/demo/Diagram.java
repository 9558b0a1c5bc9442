package dev.processsync.demo;

import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The drawing beside a model, kept in step with it. */
final class Diagram {

  private final Document document;

  Diagram(Document document) {
    this.document = document;
  }

  void remove(String id) {
    drawn("BPMNShape", id)
        .or(() -> drawn("BPMNEdge", id))
        .ifPresent(shape -> shape.getParentNode().removeChild(shape));
  }

  /** Draws a sequence flow anew, from its source below the others to its target. */
  void redraw(Element flow) {
    drawn("BPMNEdge", flow.getAttribute("id"))
        .ifPresent(
            edge -> {
              Xml.all(edge, Xml.DIAGRAM, "BPMNLabel")
                  .forEach(label -> label.getParentNode().removeChild(label));
              Xml.all(edge, Xml.WAYPOINTS, "waypoint").forEach(edge::removeChild);
              Element source = bounds(flow.getAttribute("sourceRef"));
              Element target = bounds(flow.getAttribute("targetRef"));
              double below = bottom(source) + 100;
              point(edge, middle(source), bottom(source));
              point(edge, middle(source), below);
              point(edge, middle(target), below);
              point(edge, middle(target), bottom(target));
            });
  }

  private void point(Element edge, double x, double y) {
    Element point = document.createElementNS(Xml.WAYPOINTS, "di:waypoint");
    point.setAttribute("x", Long.toString(Math.round(x)));
    point.setAttribute("y", Long.toString(Math.round(y)));
    edge.appendChild(point);
  }

  private Element bounds(String id) {
    return drawn("BPMNShape", id)
        .map(shape -> Xml.all(shape, Xml.BOUNDS, "Bounds").get(0))
        .orElseThrow(() -> new IllegalStateException("The diagram lacks " + id));
  }

  private Optional<Element> drawn(String kind, String id) {
    return Xml.all(document, Xml.DIAGRAM, kind).stream()
        .filter(shape -> shape.getAttribute("bpmnElement").equals(id))
        .findFirst();
  }

  private static double middle(Element bounds) {
    return number(bounds, "x") + number(bounds, "width") / 2;
  }

  private static double bottom(Element bounds) {
    return number(bounds, "y") + number(bounds, "height");
  }

  private static double number(Element bounds, String attribute) {
    return Double.parseDouble(bounds.getAttribute(attribute));
  }
}
