package dev.tollgate.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reading of the key set: the first key signs, the first two verify. */
final class SigningKeys {
  private static final int VALID = 2;

  private final String currentId;
  private final JWSSigner signer;
  private final Map<String, JWSVerifier> verifiers;
  private final String publicKeys;

  private SigningKeys(
      String currentId, JWSSigner signer, Map<String, JWSVerifier> verifiers, String publicKeys) {
    this.currentId = currentId;
    this.signer = signer;
    this.verifiers = verifiers;
    this.publicKeys = publicKeys;
  }

  /**
   * Throws {@link IllegalStateException} for anything but P-256 keys with ids; never shows them.
   */
  static SigningKeys parse(String jwkSet) {
    try {
      List<JWK> keys = JWKSet.parse(jwkSet).getKeys().stream().limit(VALID).toList();
      if (keys.isEmpty()) {
        throw new IllegalStateException("the secret holds no signing key");
      }
      Map<String, JWSVerifier> verifiers = new LinkedHashMap<>();
      for (JWK key : keys) {
        ECKey ec = p256(key);
        verifiers.put(ec.getKeyID(), new ECDSAVerifier(ec.toPublicJWK()));
      }
      ECKey current = p256(keys.getFirst());
      if (!current.isPrivate() || verifiers.size() != keys.size()) {
        throw new IllegalStateException("the first signing key must be private, all ids different");
      }
      return new SigningKeys(
          current.getKeyID(),
          new ECDSASigner(current),
          verifiers,
          new JWKSet(keys).toPublicJWKSet().toString());
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException("the signing keys are not a JWK set of P-256 keys");
    }
  }

  private static ECKey p256(JWK key) {
    if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) && key.getKeyID() != null) {
      return ec;
    }
    throw new IllegalStateException("a signing key is not a P-256 key with an id");
  }

  String currentId() {
    return currentId;
  }

  JWSSigner signer() {
    return signer;
  }

  Optional<JWSVerifier> verifier(String id) {
    return Optional.ofNullable(verifiers.get(id));
  }

  String publicKeys() {
    return publicKeys;
  }
}
