package dev.tollgate.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** What the document says beyond its routes; the build merges the functions' parts into it. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Tollgate",
            version = "0.1.0",
            description =
                "The back end that every subscription product needs. Errors are RFC 9457 problems"
                    + " with a stable code in `error`."),
    security = @SecurityRequirement(name = "access_token"))
@SecurityScheme(
    name = "access_token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
@SecurityScheme(
    name = "api_key",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    paramName = "X-API-Key")
final class ApiDocument {
  private ApiDocument() {}
}
