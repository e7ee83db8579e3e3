package dev.tollgate.local.secrets;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** A private JWK set with one key for ES256, as the functions expect it. */
final class NewSigningKey {
  private static final int COORDINATE_BYTES = 32; // P-256

  private NewSigningKey() {}

  static String jwkSet() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      ObjectNode set = JsonMapper.builder().build().createObjectNode();
      ObjectNode key = set.putArray("keys").addObject();
      key.put("kty", "EC").put("crv", "P-256").put("use", "sig").put("alg", "ES256");
      key.put("kid", "local-" + UUID.randomUUID());
      ECPublicKey open = (ECPublicKey) pair.getPublic();
      key.put("x", coordinate(open.getW().getAffineX()));
      key.put("y", coordinate(open.getW().getAffineY()));
      key.put("d", coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
      return set.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make P-256 keys", e);
    }
  }

  /** Fixed width, as RFC 7518 wants it; a BigInteger may be shorter, or longer by its sign. */
  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    byte[] tail = Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    System.arraycopy(tail, 0, fixed, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }
}
