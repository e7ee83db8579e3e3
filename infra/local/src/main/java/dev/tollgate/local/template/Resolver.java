package dev.tollgate.local.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@link Value}s into plain strings, numbers, booleans, lists and maps, as CloudFormation
 * would with the given parameters. What cannot be resolved is an error with its place.
 */
final class Resolver {
  /** Stands for AWS::NoValue until the entry that holds it has been dropped. */
  private static final Object NO_VALUE = new Object();

  private final Template template;
  private final Map<String, Object> given;
  private final LocalAttributes attributes;
  private final Map<String, Boolean> conditions = new HashMap<>();
  private final Set<String> inProgress = new HashSet<>();

  Resolver(Template template, Map<String, String> parameters, LocalAttributes attributes) {
    this.template = template;
    this.attributes = attributes;
    this.given = new HashMap<>(attributes.pseudoParameters());
    given.put("AWS::NoValue", NO_VALUE);
    given.putAll(parameters);
  }

  /** Null where the value is AWS::NoValue or an empty scalar. */
  @Nullable Object resolve(Value value) {
    Object resolved = any(value);
    return resolved == NO_VALUE ? null : resolved;
  }

  Map<String, Object> resolveMap(Value.Mapping mapping) {
    Map<String, Object> resolved = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (name, value) -> {
              Object item = resolve(value);
              if (item != null) {
                resolved.put(name, item);
              }
            });
    return resolved;
  }

  boolean exists(Resource resource) {
    return resource.condition().map(name -> condition(name, resource.place())).orElse(Boolean.TRUE);
  }

  private @Nullable Object any(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.value();
      case Value.Mapping mapping -> resolveMap(mapping);
      case Value.Sequence sequence -> list(sequence);
      case Value.Intrinsic intrinsic -> intrinsic(intrinsic);
    };
  }

  private List<Object> list(Value.Sequence sequence) {
    List<Object> resolved = new ArrayList<>();
    for (Value item : sequence.items()) {
      Object value = resolve(item);
      if (value != null) {
        resolved.add(value);
      }
    }
    return resolved;
  }

  private @Nullable Object intrinsic(Value.Intrinsic call) {
    Arguments arguments = new Arguments(call, this);
    return switch (call.name()) {
      case "Ref" -> reference(arguments.name(), call.place());
      case "Condition" -> condition(arguments.name(), call.place());
      case "GetAtt" -> attribute(arguments.text(0), arguments.text(1), call.place());
      case "Sub" -> Substitution.of(arguments, this);
      case "Join" -> String.join(arguments.text(0), arguments.texts(1));
      case "Split" -> arguments.split();
      case "Select" -> arguments.select();
      case "If" -> any(arguments.at(condition(arguments.text(0), call.place()) ? 1 : 2));
      case "Equals" -> arguments.text(0).equals(arguments.text(1));
      case "Not" -> !arguments.truth(0);
      case "And" -> arguments.truths().stream().allMatch(t -> t);
      case "Or" -> arguments.truths().stream().anyMatch(t -> t);
      default -> throw call.place().error("the local stack does not know " + call.name());
    };
  }

  @Nullable Object reference(String name, Place place) {
    if (given.containsKey(name)) {
      return given.get(name);
    }
    Value preset = template.parameterDefaults().get(name);
    if (preset != null) {
      return any(preset);
    }
    if (template.hasParameter(name)) {
      throw place.error("the parameter " + name + " has no value");
    }
    Resource resource = resource(name, place);
    return guarded(name, place, () -> attributes.reference(resource, this));
  }

  Object attribute(String name, String attribute, Place place) {
    Resource resource = resource(name, place);
    return guarded(
        name + "." + attribute,
        place,
        () -> attributes.attribute(resource, attribute, this, place));
  }

  private boolean condition(String name, Place place) {
    Boolean known = conditions.get(name);
    if (known != null) {
      return known;
    }
    Value written = template.conditions().get(name);
    if (written == null) {
      throw place.error("unresolved condition " + name);
    }
    boolean met = guarded("condition " + name, place, () -> Boolean.TRUE.equals(resolve(written)));
    conditions.put(name, met);
    return met;
  }

  private Resource resource(String name, Place place) {
    Resource resource = template.resources().get(name);
    if (resource == null) {
      throw place.error("unresolved reference to " + name);
    }
    if (!exists(resource)) {
      throw place.error(name + " does not exist under the present conditions");
    }
    return resource;
  }

  private interface Step<T> {
    T take();
  }

  private <T> T guarded(String what, Place place, Step<T> step) {
    if (!inProgress.add(what)) {
      throw place.error("circular reference through " + what);
    }
    try {
      return step.take();
    } finally {
      inProgress.remove(what);
    }
  }
}
