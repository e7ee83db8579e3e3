package dev.tollgate.docs;

import dev.tollgate.lambda.guard.Open;
import dev.tollgate.lambda.guard.Uncounted;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

@Controller
@Hidden
final class DocsController {
  private static final String VIEWER = "rapidoc-min.js";

  /** The viewer draws its own styles; nothing comes from anywhere else. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

  /** The document itself. */
  @Get("/api/v1/openapi.json")
  @Open(because = "the contract is public")
  @Uncounted(because = "this function has no table")
  Response document() {
    return Response.of(200, "application/json", resource("/META-INF/swagger/openapi.json"));
  }

  /** A page to browse it. */
  @Get("/docs")
  @Open(because = "the contract is public")
  @Uncounted(because = "this function has no table")
  Response page() {
    return Response.of(200, "text/html; charset=utf-8", resource("/docs/index.html"))
        .header("content-security-policy", PAGE_POLICY);
  }

  /** What the page loads. */
  @Get("/docs/{asset}")
  @Open(because = "the contract is public")
  @Uncounted(because = "this function has no table")
  Response asset(@PathVariable String asset) {
    return asset.equals(VIEWER)
        ? Response.of(
                200,
                "text/javascript; charset=utf-8",
                resource("/META-INF/swagger/views/rapidoc/res/" + VIEWER))
            .header("cache-control", "public, max-age=86400")
        : Problem.notFound().response();
  }

  private static byte[] resource(String name) {
    try (InputStream in = DocsController.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the package lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
