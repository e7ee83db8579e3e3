package dev.tollgate.editions;

import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Reports all of YAML that an edition has no use for and that hides what a file says. */
final class PlainYamlCheck {
  private final Problems problems;
  private int documents;

  PlainYamlCheck(Problems problems) {
    this.problems = problems;
  }

  void check(Parser events) {
    while (!events.checkEvent(Event.ID.StreamEnd)) {
      check(events.getEvent());
    }
    if (documents == 0) {
      problems.add(1, "the file is empty");
    }
  }

  private void check(Event event) {
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
