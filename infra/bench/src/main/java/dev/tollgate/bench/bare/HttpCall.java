package dev.tollgate.bench.bare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * What an HTTP function needs of an API Gateway event (payload version 2.0), read by streaming.
 *
 * @param method of the request
 * @param path as the client sent it
 * @param email the member of that name in the JSON body, or nothing
 */
record HttpCall(String method, String path, String email) {
  private static final JsonFactory JSON = new JsonFactory();

  static HttpCall read(InputStream event) throws IOException {
    String method = "";
    String path = "";
    String email = "";
    try (JsonParser json = JSON.createParser(event)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("The event is not a JSON object.");
      }
      int depth = 1;
      while (depth > 0) {
        JsonToken token = json.nextToken();
        if (token == null) {
          throw new IllegalArgumentException("The event ends too early.");
        }
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (token == JsonToken.VALUE_STRING) {
          // A switch over strings with `case null` would start the JDK's class file writer.
          switch (String.valueOf(json.currentName())) {
            case "method" -> method = json.getText();
            case "rawPath" -> path = json.getText();
            case "body" -> email = email(json.getText());
            default -> {}
          }
        }
      }
    }
    return new HttpCall(method, path, email);
  }

  /** Answers 200 with a small JSON body. */
  void answer(OutputStream answer, String found) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(answer)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", 200);
      json.writeObjectFieldStart("headers");
      json.writeStringField("content-type", "application/json");
      json.writeEndObject();
      json.writeStringField("body", body(found));
      json.writeBooleanField("isBase64Encoded", false);
      json.writeEndObject();
    }
  }

  private String body(String found) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("status", "ok");
      json.writeStringField("method", method);
      json.writeStringField("path", path);
      json.writeStringField("email", email);
      json.writeStringField("found", found);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static String email(String body) {
    try (JsonParser json = JSON.createParser(body)) {
      String email = "";
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING && "email".equals(json.currentName())) {
          email = json.getText();
        }
      }
      return email;
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
