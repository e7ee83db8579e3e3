package dev.tollgate.lambda.guard;

import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.lambda.http.Response;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** Routes that must stop the start, each in a world that names it. */
final class WrongControllers {
  static final String PLANTED = "tollgate.planted";

  private WrongControllers() {}

  @Controller("/wrong")
  @Requires(property = PLANTED, value = "person-by-key")
  static final class PersonByKey {
    @Get
    @ByKey(Scope.QUOTA_READ)
    Response get(Principal caller) {
      return Response.noContent();
    }
  }

  @Controller("/wrong")
  @Requires(property = PLANTED, value = "open-tenancy")
  static final class OpenTenancy {
    @Get
    @Open(because = "a test says so")
    Response get(Tenancy tenancy) {
      return Response.noContent();
    }
  }

  @Controller("/wrong")
  @Requires(property = PLANTED, value = "open-feature")
  static final class OpenFeature {
    @Get
    @Open(because = "a test says so")
    @Needs("custom_branding")
    Response get() {
      return Response.noContent();
    }
  }

  @Controller("/wrong")
  @Requires(property = PLANTED, value = "written-history")
  static final class WrittenHistory {
    @Post
    @History
    Response post() {
      return Response.noContent();
    }
  }
}
