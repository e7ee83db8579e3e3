package dev.tollgate.lambda.json;

/** Bytes that are not the JSON we take. The message says where and why, without quoting values. */
public final class MalformedJson extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedJson(String message) {
    super(message);
  }
}
