package dev.tollgate.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes the first key set of a deployment, or rotates one in: a new key first, the one before it
 * second, older ones gone.
 */
public final class NewSigningKeys {
  private NewSigningKeys() {}

  /** Reads the present set from standard input, prints the next; an empty input is no set yet. */
  public static void main(String[] arguments) throws IOException {
    String present = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
    System.out.println(rotate(present));
  }

  /**
   * @param present a JWK set, or an empty text
   */
  public static String rotate(String present) {
    try {
      List<JWK> keys = new ArrayList<>();
      keys.add(
          new ECKeyGenerator(Curve.P_256)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .generate());
      if (!present.isEmpty()) {
        keys.add(JWKSet.parse(present).getKeys().getFirst());
      }
      return new JWKSet(keys).toString(false);
    } catch (JOSEException | ParseException e) {
      throw new IllegalArgumentException("what was given is not a JWK set");
    }
  }
}
