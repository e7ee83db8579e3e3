package dev.tollgate.dynamo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One write of a transaction, or one thing that must be so for it.
 *
 * @param expression of an update, empty for all others
 * @param condition empty where there is none
 * @param values of both expressions, by their {@code :name}
 * @param item of a put
 */
record Action(
    Kind kind,
    Map<String, AttributeValue> key,
    Map<String, AttributeValue> item,
    String expression,
    String condition,
    Map<String, AttributeValue> values) {

  /** How an expression spells attributes whose names are DynamoDB's own words too. */
  private static final Pattern RESERVED = Pattern.compile("#([a-z_]+)");

  enum Kind {
    PUT,
    UPDATE,
    DELETE,
    /** Writes nothing: the condition must hold for the rest to be written. */
    CHECK
  }

  static Action put(Row.Writer row) {
    return new Action(Kind.PUT, Map.of(), row.attributes(), "", "", Map.of());
  }

  static Action update(Key key, String expression) {
    return new Action(Kind.UPDATE, key.attributes(), Map.of(), expression, "", Map.of());
  }

  static Action delete(Key key) {
    return new Action(Kind.DELETE, key.attributes(), Map.of(), "", "", Map.of());
  }

  /** Give it a condition. */
  static Action check(Key key) {
    return new Action(Kind.CHECK, key.attributes(), Map.of(), "", "", Map.of());
  }

  Action ifAbsent() {
    return when("attribute_not_exists(pk)");
  }

  Action ifPresent() {
    return when("attribute_exists(pk)");
  }

  Action ifVersionIs(long expected) {
    return when("version = :expected").with(":expected", expected);
  }

  Action when(String wanted) {
    return new Action(kind, key, item, expression, wanted, values);
  }

  Action with(String name, String text) {
    return with(name, AttributeValue.fromS(text));
  }

  Action with(String name, Instant at) {
    return with(name, Row.write(at));
  }

  Action withOptional(String name, Optional<String> text) {
    return text.map(present -> with(name, present)).orElse(this);
  }

  Action with(String name, long number) {
    return with(name, AttributeValue.fromN(Long.toString(number)));
  }

  Action with(String name, AttributeValue value) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.put(name, value);
    return new Action(kind, key, item, expression, condition, all);
  }

  /** A failed condition brings the item back that made it fail. */
  TransactWriteItem forTable(String table) {
    @Nullable String check = condition.isEmpty() ? null : condition;
    @Nullable Map<String, AttributeValue> bound = values.isEmpty() ? null : values;
    @Nullable Map<String, String> names = reservedNames();
    ReturnValuesOnConditionCheckFailure old = ReturnValuesOnConditionCheckFailure.ALL_OLD;
    return switch (kind) {
      case PUT ->
          TransactWriteItem.builder()
              .put(
                  Put.builder()
                      .tableName(table)
                      .item(item)
                      .conditionExpression(check)
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(bound)
                      .returnValuesOnConditionCheckFailure(old)
                      .build())
              .build();
      case UPDATE ->
          TransactWriteItem.builder()
              .update(
                  Update.builder()
                      .tableName(table)
                      .key(key)
                      .updateExpression(expression)
                      .conditionExpression(check)
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(bound)
                      .returnValuesOnConditionCheckFailure(old)
                      .build())
              .build();
      case DELETE ->
          TransactWriteItem.builder()
              .delete(
                  Delete.builder()
                      .tableName(table)
                      .key(key)
                      .conditionExpression(check)
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(bound)
                      .returnValuesOnConditionCheckFailure(old)
                      .build())
              .build();
      case CHECK ->
          TransactWriteItem.builder()
              .conditionCheck(
                  ConditionCheck.builder()
                      .tableName(table)
                      .key(key)
                      .conditionExpression(check)
                      .expressionAttributeNames(names)
                      .expressionAttributeValues(bound)
                      .returnValuesOnConditionCheckFailure(old)
                      .build())
              .build();
    };
  }

  private @Nullable Map<String, String> reservedNames() {
    Map<String, String> names = reservedNames(expression + " " + condition);
    return names.isEmpty() ? null : names;
  }

  static Map<String, String> reservedNames(String expression) {
    Map<String, String> names = new HashMap<>();
    RESERVED.matcher(expression).results().forEach(hit -> names.put(hit.group(), hit.group(1)));
    return names;
  }
}
