package dev.tollgate.lambda.guard;

import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.lambda.http.Idempotent;
import dev.tollgate.lambda.http.Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** A route for everything that a route can say about its callers. */
@Controller("/planted")
final class PlantedController {
  int runs;

  @Get("/work")
  Response work(Tenancy tenancy) {
    return answer(tenancy);
  }

  @Post("/work")
  Response write(Tenancy tenancy) {
    return answer(tenancy);
  }

  @Get("/person")
  Response person(Principal caller) {
    return answer(caller.member().tenancy());
  }

  @Get("/owners")
  @Allowed(Role.OWNER)
  Response owners() {
    return Response.noContent();
  }

  @Get("/by-key")
  @ByKey(Scope.QUOTA_READ)
  Response byKey(Tenancy tenancy) {
    return answer(tenancy);
  }

  @Post("/by-key")
  @ByKey(Scope.QUOTA_WRITE)
  @Allowed({Role.OWNER, Role.MEMBER})
  @Idempotent
  Response writeByKey(Tenancy tenancy) {
    runs++;
    return answer(tenancy);
  }

  @Get("/branded")
  @Needs("custom_branding")
  Response branded() {
    return Response.noContent();
  }

  @Get("/undeclared")
  @Needs("teleporting")
  Response undeclared() {
    return Response.noContent();
  }

  @Get("/history")
  @History
  Response history() {
    return Response.noContent();
  }

  @Get("/exempt")
  @Exempt(
      from = {Guard.VERIFICATION, Guard.SUBSCRIPTION},
      because = "a test says so")
  Response exempt() {
    return Response.noContent();
  }

  @Get("/uncounted")
  @Uncounted(because = "a test says so")
  Response uncounted() {
    return Response.noContent();
  }

  @Get("/open")
  @Open(because = "a test says so")
  Response open() {
    return Response.noContent();
  }

  @Get("/open-uncounted")
  @Open(because = "a test says so")
  @Uncounted(because = "a test says so")
  Response openAndUncounted() {
    return Response.noContent();
  }

  private static Response answer(Tenancy tenancy) {
    return Response.of(200, "text/plain", tenancy.account().id().value());
  }
}
