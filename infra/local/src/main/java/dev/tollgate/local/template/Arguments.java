package dev.tollgate.local.template;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The arguments of one intrinsic function, resolved as they are asked for. */
final class Arguments {
  private final Value.Intrinsic call;
  private final Resolver resolver;

  Arguments(Value.Intrinsic call, Resolver resolver) {
    this.call = call;
    this.resolver = resolver;
  }

  Place place() {
    return call.place();
  }

  /** The only argument, which must stand there as text. */
  String name() {
    if (call.argument() instanceof Value.Scalar scalar) {
      return scalar.text();
    }
    throw call.place().error(call.name() + " takes a name");
  }

  boolean isList() {
    return call.argument() instanceof Value.Sequence;
  }

  Value at(int index) {
    if (call.argument() instanceof Value.Sequence list && index < list.items().size()) {
      return list.items().get(index);
    }
    throw call.place().error(call.name() + " lacks its argument " + (index + 1));
  }

  String text(int index) {
    Object value = resolver.resolve(at(index));
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw call.place().error(call.name() + " needs a text as argument " + (index + 1));
  }

  List<String> texts(int index) {
    if (resolver.resolve(at(index)) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw call.place().error(call.name() + " needs a list as argument " + (index + 1));
  }

  boolean truth(int index) {
    if (resolver.resolve(at(index)) instanceof Boolean truth) {
      return truth;
    }
    throw call.place().error(call.name() + " takes conditions");
  }

  List<Boolean> truths() {
    if (call.argument() instanceof Value.Sequence list) {
      return java.util.stream.IntStream.range(0, list.items().size())
          .mapToObj(this::truth)
          .toList();
    }
    throw call.place().error(call.name() + " takes a list of conditions");
  }

  List<String> split() {
    return Arrays.asList(text(1).split(Pattern.quote(text(0)), -1));
  }

  String select() {
    List<String> from = texts(1);
    try {
      return from.get(Integer.parseInt(text(0)));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw call.place().error("Select has no item " + text(0));
    }
  }
}
