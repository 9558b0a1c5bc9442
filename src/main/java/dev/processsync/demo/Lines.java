package dev.processsync.demo;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The lines of a drawing, by the sequence flows that they stand for. */
final class Lines {

  private final Document document;

  Lines(Document document) {
    this.document = document;
  }

  private record Point(double x, double y) {

    static Point of(Element waypoint) {
      return new Point(
          Double.parseDouble(waypoint.getAttribute("x")),
          Double.parseDouble(waypoint.getAttribute("y")));
    }

    boolean isOnTheWay(Point from, Point to) {
      return (x - from.x) * (to.y - from.y) == (y - from.y) * (to.x - from.x);
    }
  }

  /** Draws the first flow's line to the end of the second's, with no more bends than it needs. */
  void join(String first, String second) {
    Element line = line(first);
    List<Element> rest = waypoints(line(second));
    rest.forEach(line::appendChild);
    List<Element> kept = new ArrayList<>(waypoints(line));
    for (int i = kept.size() - 2; i > 0; i--) {
      Point point = Point.of(kept.get(i));
      if (point.isOnTheWay(Point.of(kept.get(i - 1)), Point.of(kept.get(i + 1)))) {
        line.removeChild(kept.remove(i));
      }
    }
  }

  private Element line(String flow) {
    return Xml.all(document, Xml.DIAGRAM, "BPMNEdge").stream()
        .filter(edge -> edge.getAttribute("bpmnElement").equals(flow))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The drawing lacks " + flow));
  }

  private static List<Element> waypoints(Element line) {
    return Xml.all(line, Xml.LINE, "waypoint");
  }
}
