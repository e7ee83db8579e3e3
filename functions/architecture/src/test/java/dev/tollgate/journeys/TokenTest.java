package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.testkit.faults.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A token works for its purpose, from our hand, in its time; each trick is tried by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenTest {
  private World world;

  @BeforeAll
  void start() {
    world = World.of("tollgate");
  }

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
    world.advance(Duration.ofHours(1));
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void aTokenMadeWithOurKeyIsTakenOnlyWithEveryClaimRight() throws Exception {
    JWTClaimsSet good = claims(accessToken());
    JWSHeader header = header();
    assertThat(me(sign(header, good))).as("the forger has our key here").isEqualTo(200);

    assertThat(me(sign(header, edit(good, "iss", "https://evil.test")))).isEqualTo(401);
    assertThat(me(sign(header, edit(good, "iss", null)))).isEqualTo(401);
    assertThat(me(sign(header, edit(good, "aud", "another-api")))).isEqualTo(401);
    assertThat(me(sign(header, edit(good, "aud", List.of("tollgate-api", "another")))))
        .isEqualTo(401);
    assertThat(me(sign(header, edit(good, "aud", null)))).isEqualTo(401);
    assertThat(me(sign(header, edit(good, "exp", null)))).isEqualTo(401);
    assertThat(me(sign(header, edit(good, "nbf", null)))).isEqualTo(401);
    assertThat(me(sign(header, edit(good, "sub", null)))).isEqualTo(401);
    assertThat(me(sign(header, edit(good, "tid", "x")))).isEqualTo(401);
    assertThat(me(sign(header, edit(good, "sid", 7)))).isEqualTo(401);
    assertThat(me(sign(header, edit(good, "role", "god")))).isEqualTo(401);
    Instant signed = good.getNotBeforeTime().toInstant();
    assertThat(me(sign(header, edit(good, "nbf", Date.from(signed.plusSeconds(60))))))
        .isEqualTo(401);
    assertThat(me(sign(header, edit(good, "exp", Date.from(signed.minusSeconds(1))))))
        .isEqualTo(401);
  }

  @Test
  void algorithmTricksDoNotWork() throws Exception {
    JWTClaimsSet claims = claims(accessToken());
    assertThat(me(new PlainJWT(claims).serialize())).as("alg none").isEqualTo(401);

    byte[] publicKey = ourKey().toECPublicKey().getEncoded();
    JWSHeader hmac = new JWSHeader.Builder(JWSAlgorithm.HS256).type(type()).keyID(ourId()).build();
    SignedJWT confused = new SignedJWT(hmac, claims);
    confused.sign(new MACSigner(publicKey));
    assertThat(me(confused.serialize())).as("our public key as a shared secret").isEqualTo(401);

    ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID(ourId()).generate();
    assertThat(me(sign(header(), claims, stranger))).as("a stranger's key").isEqualTo(401);

    JWSHeader embedded =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(type())
            .keyID("unknown")
            .jwk(stranger.toPublicJWK())
            .build();
    assertThat(me(sign(embedded, claims, stranger))).as("the key in the token").isEqualTo(401);

    JWSHeader idToken =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).keyID(ourId()).build();
    assertThat(me(sign(idToken, claims))).as("another type").isEqualTo(401);
    JWSHeader untyped = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(ourId()).build();
    assertThat(me(sign(untyped, claims))).as("no type").isEqualTo(401);

    String token = sign(header(), claims);
    assertThat(me(token.substring(0, token.length() - 2) + "AA")).as("tampered").isEqualTo(401);
    assertThat(me(token + "." + token)).isEqualTo(401);
    assertThat(me("")).isEqualTo(401);
    assertThat(me("x".repeat(100_000))).isEqualTo(401);
  }

  @Test
  void tokensWorkForTheirPurposeOnly() {
    String email = World.newEmail();
    Answer tokens = world.caller().register(email);
    String mailed = world.mailedToken(Purpose.VERIFY_EMAIL, email);
    assertThat(me(tokens.refreshToken())).isEqualTo(401);
    assertThat(me(mailed)).isEqualTo(401);
    assertThat(world.caller().refresh(tokens.accessToken()).status()).isEqualTo(401);
    assertThat(world.caller().refresh(mailed).status()).isEqualTo(401);
    assertThat(world.caller().verify(tokens.accessToken()).status()).isEqualTo(400);
    assertThat(world.caller().verify(tokens.refreshToken()).status()).isEqualTo(400);
  }

  @Test
  void anAccessTokenEndsWithItsTime() {
    String token = accessToken();
    world.advance(Duration.ofMinutes(14));
    assertThat(me(token)).isEqualTo(200);
    world.advance(Duration.ofMinutes(1));
    assertThat(me(token)).isEqualTo(401);
  }

  @Test
  void twoKeysAreValidWhileOneFollowsTheOther() {
    String first = accessToken();
    world.rotateSigningKeys();
    world.advance(Duration.ofMinutes(6)); // the ring reads its keys again
    String second = accessToken();
    assertThat(kid(first)).isNotEqualTo(kid(second));
    assertThat(me(first)).isEqualTo(200);
    assertThat(me(second)).isEqualTo(200);
    String published = world.caller().get("/.well-known/jwks.json").text();
    assertThat(published).contains(kid(first), kid(second)).doesNotContain("\"d\"");

    world.rotateSigningKeys();
    world.advance(Duration.ofMinutes(6));
    assertThat(me(first)).as("two rotations later").isEqualTo(401);
    assertThat(me(second)).isEqualTo(200);
  }

  private String accessToken() {
    return world.caller().register(World.newEmail()).accessToken();
  }

  private int me(String token) {
    return world.caller().bearing(token).get("/api/v1/auth/me").status();
  }

  private ECKey ourKey() throws Exception {
    return JWKSet.parse(world.signingKeys()).getKeys().getFirst().toECKey();
  }

  private String ourId() throws Exception {
    return ourKey().getKeyID();
  }

  private static JOSEObjectType type() {
    return new JOSEObjectType("at+jwt");
  }

  private JWSHeader header() throws Exception {
    return new JWSHeader.Builder(JWSAlgorithm.ES256).type(type()).keyID(ourId()).build();
  }

  private String sign(JWSHeader header, JWTClaimsSet claims) throws Exception {
    return sign(header, claims, ourKey());
  }

  private static String sign(JWSHeader header, JWTClaimsSet claims, ECKey key) throws Exception {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  private static JWTClaimsSet claims(String token) throws Exception {
    return SignedJWT.parse(token).getJWTClaimsSet();
  }

  private static JWTClaimsSet edit(JWTClaimsSet claims, String name, Object value) {
    return new JWTClaimsSet.Builder(claims).claim(name, value).build();
  }

  private static String kid(String token) {
    try {
      return SignedJWT.parse(token).getHeader().getKeyID();
    } catch (java.text.ParseException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theKeySetOfAnEmptyTokenIsNeverAsked() {
    Map<String, String> expected = Map.of("error", "unauthenticated");
    Answer answer = world.caller().with("authorization", "Bearer").get("/api/v1/auth/me");
    assertThat(answer.error()).isEqualTo(expected.get("error"));
    assertThat(answer.headers().get("www-authenticate")).isEqualTo("Bearer");
  }
}
