package dev.tollgate.local.tour;

import java.util.Map;

/**
 * Who owns the tenant. Tokens do not outlive a turn of the clock, so they are made anew when
 * needed.
 */
final class Person {
  private static final String PASSWORD = "a month in a minute";

  private final Api api;
  private final String email;
  private final String name;
  private String access = "";
  private String refresh = "";

  Person(Api api, String email, String name) {
    this.api = api;
    this.email = email;
    this.name = name;
  }

  String email() {
    return email;
  }

  void signsUp() {
    Api.Answer answer =
        api.post(
            "/api/v1/auth/register",
            "",
            Map.of(
                "email",
                email,
                "password",
                PASSWORD,
                "full_name",
                name,
                "company_name",
                company()));
    if (answer.status() != 201) {
      throw new Failed("signs up", answer);
    }
    takesTokens(answer);
  }

  void verifies(String token) {
    Api.Answer answer = api.post("/api/v1/auth/verify-email", "", Map.of("token", token));
    if (!answer.isOk()) {
      throw new Failed("opens the link of the mail", answer);
    }
    takesTokens(answer);
  }

  Api.Answer triesToLogIn() {
    Api.Answer answer =
        api.post("/api/v1/auth/login", "", Map.of("email", email, "password", PASSWORD));
    if (answer.isOk()) {
      takesTokens(answer);
    }
    return answer;
  }

  Api.Answer deletesTheAccount() {
    return tries(
        "DELETE", "/api/v1/accounts/me", Map.of("password", PASSWORD, "confirm", company()));
  }

  Api.Answer gets(String path) {
    Api.Answer answer = api.get(path, access);
    if (answer.status() != 401) {
      return answer;
    }
    returns();
    return api.get(path, access);
  }

  Api.Answer posts(String path, Map<String, ?> body) {
    Api.Answer answer = tries("POST", path, body);
    if (!answer.isOk()) {
      throw new Failed("POST " + path, answer);
    }
    return answer;
  }

  /** Of the page to which the answer leads. */
  String url(String path, Map<String, ?> body) {
    return posts(path, body).body().path("url").asText();
  }

  private Api.Answer tries(String method, String path, Map<String, ?> body) {
    Api.Answer answer = api.send(method, path, access, body);
    if (answer.status() != 401) {
      return answer;
    }
    returns();
    return api.send(method, path, access, body);
  }

  /** By the refresh token, else by the password. */
  private void returns() {
    if (!refresh.isEmpty()) {
      Api.Answer answer = api.post("/api/v1/auth/refresh", "", Map.of("refresh_token", refresh));
      if (answer.isOk()) {
        takesTokens(answer);
        return;
      }
    }
    Api.Answer answer = triesToLogIn();
    if (!answer.isOk()) {
      throw new Failed("logs in", answer);
    }
  }

  /** Editions that want the address proven first give none at the sign-up. */
  private void takesTokens(Api.Answer answer) {
    access = answer.body().path("access_token").asText("");
    refresh = answer.body().path("refresh_token").asText("");
  }

  private String company() {
    return name + "'s company";
  }
}
