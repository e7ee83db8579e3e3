package dev.tollgate.editions;

import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Passes on what a parser reads, and reports all of YAML that an edition has no use for and that
 * hides what a file says.
 */
final class PlainYamlCheck implements Parser {
  private final Parser parser;
  private final Problems problems;
  private int documents;

  PlainYamlCheck(Parser parser, Problems problems) {
    this.parser = parser;
    this.problems = problems;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public Event getEvent() {
    Event event = parser.getEvent();
    if (event instanceof DocumentStartEvent document) {
      documents++;
      refuse(documents == 2, event, "a second document");
      refuse(document.getVersion() != null, event, "a directive");
    }
    if (event instanceof AliasEvent) {
      refuse(true, event, "an alias");
    } else if (event instanceof NodeEvent node) {
      refuse(node.getAnchor() != null, event, "an anchor");
    }
    refuse(hasTag(event), event, "a tag");
    return event;
  }

  private static boolean hasTag(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag() != null;
      case CollectionStartEvent collection -> collection.getTag() != null;
      case Event _ -> false;
    };
  }

  private void refuse(boolean found, Event event, String what) {
    if (found) {
      problems.add(event.getStartMark().getLine() + 1, what + " is not allowed");
    }
  }
}
