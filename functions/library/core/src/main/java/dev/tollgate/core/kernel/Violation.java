package dev.tollgate.core.kernel;

/**
 * One thing wrong with one field of a request, worded for the person who sent it.
 *
 * @param field the field's name as the API spells it, with dots between levels
 */
public record Violation(String field, String message) {}
