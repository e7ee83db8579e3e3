package dev.tollgate.stripelocal;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.annotations.SerializedName;
import com.stripe.model.EventDataClassLookup;
import com.stripe.model.ExpandableField;
import com.stripe.model.StripeObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object against the class that the client reads it into: each key a field, each type fitting.
 */
final class ModelCheck {
  private final Map<Class<?>, Map<String, Type>> fields = new HashMap<>();

  void check(JsonNode object, String name, String at, List<String> faults) {
    Class<? extends StripeObject> model = EventDataClassLookup.classLookup.get(name);
    if (model != null) {
      checkFields(object, model, at, faults);
    }
  }

  private void checkFields(JsonNode object, Class<?> model, String at, List<String> faults) {
    Map<String, Type> known = fields.computeIfAbsent(model, ModelCheck::fieldsOf);
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String where = at + "." + entry.getKey();
      if (!known.containsKey(entry.getKey())) {
        faults.add(where + " is no field of " + model.getName());
      } else if (!entry.getValue().isNull()) {
        checkValue(entry.getValue(), known.get(entry.getKey()), where, faults);
      }
    }
  }

  private void checkValue(JsonNode value, @Nullable Type type, String at, List<String> faults) {
    if (type instanceof ParameterizedType generic) {
      checkGeneric(value, generic, at, faults);
    } else if (type instanceof Class<?> plain) {
      checkPlain(value, plain, at, faults);
    }
  }

  private void checkGeneric(
      JsonNode value, ParameterizedType type, String at, List<String> faults) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (raw == ExpandableField.class) {
      if (!value.isTextual()) {
        checkValue(value, arguments[0], at, faults);
      }
    } else if (List.class.isAssignableFrom(raw)) {
      expect(value.isArray(), "an array", value, at, faults);
      for (int i = 0; i < value.size(); i++) {
        checkValue(value.get(i), arguments[0], at + "[" + i + "]", faults);
      }
    } else if (Map.class.isAssignableFrom(raw)) {
      expect(value.isObject(), "a map", value, at, faults);
      value.forEachEntry(
          (key, element) -> checkValue(element, arguments[1], at + "." + key, faults));
    }
  }

  private void checkPlain(JsonNode value, Class<?> type, String at, List<String> faults) {
    if (type == String.class) {
      expect(value.isTextual(), "a text", value, at, faults);
    } else if (Set.of(Long.class, long.class, Integer.class).contains(type)) {
      expect(value.isIntegralNumber(), "an integer", value, at, faults);
    } else if (type == Boolean.class) {
      expect(value.isBoolean(), "a boolean", value, at, faults);
    } else if (type == BigDecimal.class) {
      expect(value.isNumber() || isDecimal(value), "a decimal", value, at, faults);
    } else if (StripeObject.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers())) {
      expect(value.isObject(), "an object", value, at, faults);
      // A named object is checked for itself; one without a name only here.
      if (value.isObject() && !value.has("object")) {
        checkFields(value, type, at, faults);
      }
    }
  }

  private static boolean isDecimal(JsonNode value) {
    return value.asText().matches("-?\\d+(\\.\\d+)?");
  }

  private static void expect(
      boolean fits, String what, JsonNode value, String at, List<String> faults) {
    if (!fits) {
      faults.add(at + " should be " + what + " for the client, is " + value);
    }
  }

  private static Map<String, Type> fieldsOf(Class<?> model) {
    Map<String, Type> fields = new HashMap<>();
    for (Class<?> owner = model; owner != null; owner = owner.getSuperclass()) {
      for (Field field : owner.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !Modifier.isTransient(field.getModifiers())) {
          add(fields, field);
        }
      }
    }
    return fields;
  }

  private static void add(Map<String, Type> fields, Field field) {
    Type type = field.getGenericType();
    Type known = type instanceof TypeVariable<?> ? Object.class : type;
    SerializedName name = field.getAnnotation(SerializedName.class);
    if (name == null) {
      // The client's Gson writes camel case with underscores.
      fields.put(field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), known);
      return;
    }
    fields.put(name.value(), known);
    for (String alternate : name.alternate()) {
      fields.put(alternate, known);
    }
  }
}
