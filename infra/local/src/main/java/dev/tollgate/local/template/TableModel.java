package dev.tollgate.local.template;

import java.util.Map;

/** A table's name and the properties of its AWS::DynamoDB::Table, references resolved. */
public record TableModel(String name, Map<String, Object> properties) {}
